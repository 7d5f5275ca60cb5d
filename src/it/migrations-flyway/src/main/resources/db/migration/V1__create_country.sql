CREATE TABLE country (code text PRIMARY KEY, name text NOT NULL);
