-- Every dependence goes through a table or a sequence of its own.
CREATE TABLE product (sku text PRIMARY KEY, price_in_cents int NOT NULL);
INSERT INTO product VALUES ('cup', 900), ('saucer', 500), ('teapot', 4500);

CREATE TABLE basket (item text PRIMARY KEY);
CREATE TABLE coupon (code text PRIMARY KEY);
CREATE TABLE discount (reason text PRIMARY KEY, percent int NOT NULL);
CREATE TABLE rate (currency text PRIMARY KEY, euros numeric NOT NULL);
INSERT INTO rate VALUES ('EUR', 1);
CREATE TABLE setting (name text PRIMARY KEY, value text NOT NULL);
CREATE TABLE stock (sku text PRIMARY KEY, pieces int NOT NULL);
INSERT INTO stock VALUES ('cup', 1), ('teapot', 7);
CREATE TABLE subscriber (name text PRIMARY KEY);
CREATE TABLE account (email text PRIMARY KEY);
CREATE TABLE address (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city text NOT NULL);
CREATE TABLE shipment (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city text NOT NULL);
CREATE SEQUENCE invoice_number;

-- An order belongs to a customer and has lines; a protocol is kept beside it.
CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
CREATE TABLE customer_order (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer);
CREATE TABLE order_line (
    order_id bigint NOT NULL REFERENCES customer_order, sku text NOT NULL REFERENCES product, PRIMARY KEY (order_id, sku));
CREATE TABLE audit_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry text NOT NULL);
