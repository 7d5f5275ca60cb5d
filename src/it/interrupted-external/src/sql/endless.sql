-- Asks for a signal while the database is provisioned, as BuildEnds does; the server is on this machine.
DO $$
BEGIN
  EXECUTE format(
      'COPY (SELECT ''TERM'') TO %L',
      regexp_replace(current_setting('data_directory'), '/target/server[^/]*/data$', '-signal'));
END $$;
SELECT pg_sleep(600);
