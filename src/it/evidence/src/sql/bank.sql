-- Every test that changes rows has a table of its own, so that the numbers do not depend on the order of the tests.
CREATE TABLE account (number int PRIMARY KEY, owner text NOT NULL);
INSERT INTO account VALUES (1, 'ada'), (2, 'grace'), (3, 'barbara');

CREATE TABLE account_audit (id int PRIMARY KEY, who text NOT NULL, password text);
CREATE TABLE limits (number int PRIMARY KEY, cents int NOT NULL);
INSERT INTO limits VALUES (1, 100), (2, 200);
CREATE TABLE closed_account (number int PRIMARY KEY, owner text NOT NULL);
INSERT INTO closed_account VALUES (7, 'linus'), (8, 'donald');
CREATE TABLE basket (item text PRIMARY KEY);
INSERT INTO basket VALUES ('cup'), ('saucer');

CREATE TABLE word (word text); -- no key
INSERT INTO word VALUES ('old');
CREATE TABLE "Kunden für ""heute""" ("Größe" int PRIMARY KEY);
CREATE TABLE measurement (day date NOT NULL, value int NOT NULL, PRIMARY KEY (day, value)) PARTITION BY RANGE (day);
CREATE TABLE measurement_2025 PARTITION OF measurement FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE measurement_2026 PARTITION OF measurement FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE UNLOGGED TABLE scratch (id int PRIMARY KEY);

CREATE TABLE ticket (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, subject text NOT NULL);
CREATE TABLE outbox (id int PRIMARY KEY);
CREATE TABLE message (id int PRIMARY KEY, text text NOT NULL);
CREATE TABLE branch (name text PRIMARY KEY);
CREATE TABLE currency (code text PRIMARY KEY);
CREATE TABLE late_entry (id int PRIMARY KEY);
