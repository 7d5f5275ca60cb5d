CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE customer (name text PRIMARY KEY);
