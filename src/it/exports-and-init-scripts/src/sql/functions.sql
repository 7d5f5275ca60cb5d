/* Refers to the first script's table. */
CREATE FUNCTION borrow(wanted text) RETURNS text LANGUAGE plpgsql AS $body$
DECLARE
    found_title text;
BEGIN
    SELECT title INTO found_title FROM book WHERE isbn = wanted;
    RETURN coalesce(found_title, 'none; sorry');
END;
$body$;
