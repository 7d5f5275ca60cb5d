CREATE VIEW titles AS SELECT title FROM book;

-- Fails, and says where the server's files are, so that verify.groovy can look whether they are gone.
DO $$
BEGIN
    RAISE EXCEPTION 'no luck in [%]', current_setting('data_directory');
END;
$$;
