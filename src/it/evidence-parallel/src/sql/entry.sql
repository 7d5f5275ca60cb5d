CREATE TABLE entry (name text NOT NULL);
