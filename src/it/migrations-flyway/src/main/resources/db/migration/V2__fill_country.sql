INSERT INTO country VALUES ('CH', 'Switzerland'), ('IS', 'Iceland');
