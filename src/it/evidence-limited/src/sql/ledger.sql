CREATE TABLE ledger (id int PRIMARY KEY, cents int NOT NULL);
