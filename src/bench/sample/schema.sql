-- Two tables that the tests use, and 58 that make the database as large as a real one's.
CREATE TABLE account (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    opened_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
    cents int NOT NULL CHECK (cents <> 0),
    text text NOT NULL);
CREATE INDEX ON entry (account_id);
INSERT INTO account (name) SELECT 'account ' || n FROM generate_series(1, 50) n;
INSERT INTO entry (account_id, cents, text)
    SELECT a.id, n, 'entry ' || n FROM account a CROSS JOIN generate_series(1, 200) n;

DO $$
BEGIN
    FOR i IN 1..58 LOOP
        EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, name text UNIQUE, at timestamptz)', i);
        EXECUTE format('INSERT INTO t%s (name) SELECT ''name '' || n FROM generate_series(1, 50) n', i);
    END LOOP;
END $$;
