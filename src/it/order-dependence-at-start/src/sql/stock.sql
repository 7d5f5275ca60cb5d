CREATE TABLE stock (sku text PRIMARY KEY, pieces int NOT NULL, counted_at timestamptz NOT NULL DEFAULT now());
