CREATE TABLE archive (id int PRIMARY KEY);
