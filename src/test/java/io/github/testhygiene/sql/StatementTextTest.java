package io.github.testhygiene.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read off statements as libraries and people write them. */
class StatementTextTest {

    private static final char BAR = '|';

    /** Names in one line, their parts joined by dots. */
    private static String line(Set<List<String>> names) {
        Set<String> joined = new TreeSet<>();
        names.forEach(each -> joined.add(String.join(".", each)));
        return String.join(" ", joined);
    }

    private static String facts(String sql) {
        StatementText text = StatementText.of(sql);
        return (text.kind() + " > " + line(text.written()) + " < " + line(text.read())).strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = BAR,
            quoteCharacter = '`',
            value = {
                // Hibernate
                "select b1_0.id,b1_0.title from book b1_0 where b1_0.id=$1 | READ >  < book",
                "select b1_0.id,a1_0.id from book b1_0 left join author a1_0 on a1_0.id=b1_0.author_id | READ >  < author book",
                "select b1_0.id from book b1_0,author a1_0 where b1_0.author_id=a1_0.id for no key update of b1_0 | READ >  < author book",
                "insert into book (author_id,title,id) values ($1,$2,$3) | WRITE > book <",
                "insert into book (title) values ($1) returning id | WRITE > book < book",
                "update book b1_0 set title=$1 where b1_0.id=$2 | WRITE > book <",
                "delete from book_tags where book_id=$1 | WRITE > book_tags <",
                "select nextval($1) | READ >  <",
                "select next_val as id_val from book_seq for update | READ >  < book_seq",
                "select count(*) from (select distinct b.id c0 from book b) d | READ >  < book",
                // jOOQ
                "select \"public\".\"author\".\"id\", count(*) over () from \"public\".\"author\" order by \"public\".\"author\".\"id\" offset $1 rows fetch next $2 rows only | READ >  < public.author",
                "insert into \"public\".\"author\" (\"id\") values ($1) on conflict (\"id\") do update set \"id\" = excluded.\"id\" returning \"public\".\"author\".\"id\" | WRITE > public.author < public.author",
                "merge into \"author\" as \"t\" using (select $1 as \"id\") as \"s\" on \"t\".\"id\" = \"s\".\"id\" when matched then update set \"name\" = $2, \"age\" = $3 when not matched then insert (\"id\") values ($4) | WRITE > author <",
                // pgjdbc's metadata and Spring's schema checks
                "SELECT n.nspname = ANY(current_schemas($1)), t.typname FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON t.typnamespace = n.oid WHERE t.oid = $2 | READ >  < pg_catalog.pg_namespace pg_catalog.pg_type",
                "select * from information_schema.sequences | READ >  < information_schema.sequences",
                // Flyway and Liquibase
                "INSERT INTO \"public\".\"flyway_schema_history\" (\"installed_rank\") VALUES ($1) | WRITE > public.flyway_schema_history <",
                "CREATE TABLE IF NOT EXISTS \"public\".\"flyway_schema_history\" (\"installed_rank\" INT NOT NULL, \"installed_on\" TIMESTAMP NOT NULL DEFAULT now()) | DDL >  < public.flyway_schema_history",
                "CREATE INDEX \"flyway_schema_history_s_idx\" ON \"public\".\"flyway_schema_history\" (\"success\") | DDL >  < public.flyway_schema_history",
                "SELECT COUNT(*) FROM databasechangeloglock | READ >  < databasechangeloglock",
                "UPDATE databasechangeloglock SET LOCKED = $1, LOCKEDBY = $2 WHERE ID = $3 AND LOCKED = $4 | WRITE > databasechangeloglock <",
                "ALTER TABLE public.book ADD CONSTRAINT fk_author FOREIGN KEY (author_id) REFERENCES public.author (id) ON DELETE CASCADE | DDL >  < public.author public.book",
                // by hand
                "SELECT account FROM entry WHERE entry.account = $1 | READ >  < entry",
                "SELECT account, (SELECT max(x) FROM audit.entry) FROM entry e, LATERAL (SELECT * FROM line l WHERE l.e = e.id) q, ONLY parent, more AS m(a, b) | READ >  < audit.entry entry line more parent",
                "SELECT extract(year FROM created), trim(both FROM name), substring(x FROM 1 FOR 2), overlay(a placing b from c) FROM t WHERE a IS DISTINCT FROM b AND c IS NOT DISTINCT FROM d | READ >  < t",
                "SELECT x, row_number() OVER (PARTITION BY y, z ORDER BY w) FROM a WINDOW v AS (ORDER BY q), u AS (v) | READ >  < a",
                "SELECT * FROM a NATURAL JOIN b CROSS JOIN (c JOIN d USING (id, kind)) JOIN ((SELECT 1 FROM e) UNION (SELECT 2 FROM f)) g ON a.x = CASE WHEN b.y THEN 1 END, h | READ >  < a b c d e f h",
                "(SELECT a FROM t1) UNION ALL SELECT b FROM t2 EXCEPT (TABLE t3) | READ >  < t1 t2 t3",
                "SELECT * FROM generate_series(1, 2) g, ROWS FROM (f(x), g(y)) r, unnest(a, b) WITH ORDINALITY, real | READ >  < real",
                "SELECT * FROM t TABLESAMPLE bernoulli (10) REPEATABLE (1), u WHERE EXISTS (SELECT FROM v) AND x IN (VALUES (1), (2)) | READ >  < t u v",
                "TABLE account | READ >  < account",
                "VALUES (1), ((SELECT 2 FROM t)) | READ >  < t",
                "SELECT array(SELECT x FROM a), (b).c, b[1:2] FROM b | READ >  < a b",
                "WITH account AS (SELECT * FROM account WHERE id = $1) SELECT * FROM account | READ >  < account",
                "WITH a AS (SELECT 1), b (x, y) AS NOT MATERIALIZED (SELECT * FROM a, t) SELECT * FROM a JOIN b ON true JOIN c.a ON true | READ >  < c.a t",
                "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r JOIN edge ON true) SEARCH DEPTH FIRST BY n, m SET o SELECT * FROM r | READ >  < edge",
                "SELECT * FROM (WITH x AS (SELECT * FROM t) SELECT * FROM x) y, x | READ >  < t x",
                "WITH moved AS (DELETE FROM queue WHERE id = $1 RETURNING *) INSERT INTO archive SELECT * FROM moved | WRITE > archive queue < queue",
                "WITH old AS MATERIALIZED (UPDATE a SET b = $1 FROM c, d WHERE a.id = c.id) SELECT $2 | WRITE > a < c d",
                "WITH x AS (SELECT 1) (SELECT * FROM x, t) | READ >  < t",
                "INSERT INTO a (x) WITH q AS (SELECT * FROM b) SELECT * FROM q | WRITE > a < b",
                "INSERT INTO a AS t SELECT y, z FROM b, a ON CONFLICT DO UPDATE SET x = 1, y = 2 | WRITE > a < a b",
                "INSERT INTO a TABLE b | WRITE > a < b",
                "INSERT INTO a DEFAULT VALUES | WRITE > a <",
                "INSERT INTO a VALUES ((SELECT max(x) FROM b), $1) RETURNING WITH (OLD AS o, NEW AS n) n.x | WRITE > a < a b",
                "UPDATE ONLY account a SET balance = b.sum, (x, y) = (SELECT 1, 2 FROM z) FROM (SELECT sum(v) FROM entry) b, other WHERE a.id IN (SELECT id FROM account) | WRITE > account < account entry other z",
                "UPDATE ONLY (account) SET x = (SELECT y FROM z), w = 1 WHERE a | WRITE > account < z",
                "UPDATE account * SET x = extract(day from y) | WRITE > account <",
                "DELETE FROM ONLY a USING b JOIN c USING (id), d WHERE a.id = b.id RETURNING a.id | WRITE > a < a b c d",
                "DELETE FROM a WHERE CURRENT OF cur | WRITE > a <",
                "MERGE INTO target t USING source AS s ON t.id = s.id WHEN MATCHED AND t.x > 1 THEN DELETE WHEN NOT MATCHED BY SOURCE THEN UPDATE SET a = b, c = d WHEN NOT MATCHED THEN INSERT VALUES (1, 2) RETURNING merge_action() | WRITE > target < source target",
                "TRUNCATE TABLE ONLY a, s.b *, \"C\" RESTART IDENTITY CASCADE | WRITE > C a s.b <",
                "COPY account (id, name) FROM STDIN | WRITE > account <",
                "COPY account TO STDOUT WITH (FORMAT csv) | READ >  < account",
                "COPY (SELECT * FROM account, entry) TO STDOUT | READ >  < account entry",
                "COPY (DELETE FROM account RETURNING *) TO STDOUT | WRITE > account < account",
                "EXPLAIN DELETE FROM a USING b | READ >  < a b",
                "EXPLAIN (ANALYZE, BUFFERS) INSERT INTO a SELECT * FROM b | WRITE > a < b",
                "EXPLAIN (ANALYZE false) INSERT INTO a SELECT * FROM b | READ >  < a b",
                "EXPLAIN ANALYZE VERBOSE SELECT * FROM b | READ >  < b",
                "EXPLAIN (SELECT * FROM b) | READ >  < b",
                "PREPARE p (int, numeric(3, 2)) AS INSERT INTO a SELECT $1 FROM b | WRITE > a < b",
                "DECLARE c NO SCROLL CURSOR WITH HOLD FOR SELECT * FROM t FOR UPDATE | READ >  < t",
                "FETCH 10 FROM c | READ >  <",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY s.totals | WRITE > s.totals <",
                "LOCK TABLE a, ONLY b IN EXCLUSIVE MODE | OTHER >  < a b",
                "VACUUM (ANALYZE, VERBOSE) a (x, y), b | OTHER >  < a b",
                "DELETE FROM ONLY \"public\".\"child\" WHERE $1 OPERATOR(pg_catalog.=) \"parent_id\" | WRITE > public.child <",
                "SELECT a INTO copy FROM b | DDL > copy < b",
                "SELECT a INTO TEMP copy FROM b | OTHER >  < b",
                "SELECT a INTO UNLOGGED TABLE s.copy FROM b | DDL > s.copy < b",
            })
    void aStatementIsReadForWhatItDoes(String sql, String facts) {
        assertThat(facts(sql)).isEqualTo(facts.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = BAR,
            quoteCharacter = '`',
            value = {
                "CREATE TABLE a (b int REFERENCES s.c, LIKE d INCLUDING ALL) INHERITS (e) | DDL >  < a d e s.c",
                "CREATE TABLE a AS SELECT * FROM b WITH DATA | DDL > a < b",
                "CREATE TABLE IF NOT EXISTS a (x) AS (SELECT y FROM b) | DDL > a < b",
                "CREATE TABLE a AS TABLE b WITH NO DATA | DDL >  < a b",
                "CREATE TABLE a PARTITION OF b FOR VALUES FROM (1) TO (2) | DDL >  < a b",
                "CREATE OR REPLACE VIEW v AS WITH x AS (SELECT * FROM t) SELECT * FROM x | DDL >  < t v",
                "CREATE MATERIALIZED VIEW v AS SELECT * FROM t | DDL > v < t",
                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t; END $$ | DDL >  <",
                "CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC SELECT 1 FROM a; SELECT count(*) FROM b; END | DDL >  < a b",
                "CREATE TRIGGER t AFTER INSERT OR UPDATE OF x ON account FOR EACH ROW EXECUTE FUNCTION f() | DDL >  < account",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY s.a (lower(x)) | DDL >  < s.a",
                "CREATE RULE r AS ON INSERT TO a DO INSTEAD INSERT INTO b VALUES (1) | DDL >  < a b",
                "CREATE POLICY p ON a FOR SELECT USING (x IN (SELECT y FROM b)) | DDL >  < a b",
                "CREATE EXTENSION pg_trgm | DDL >  <",
                "CREATE SEQUENCE s OWNED BY t.c | DDL >  <",
                "ALTER TABLE IF EXISTS ONLY a RENAME TO b | DDL >  < a b",
                "ALTER TABLE a ATTACH PARTITION b DEFAULT | DDL >  < a b",
                "DROP TABLE IF EXISTS a, s.b CASCADE | DDL >  < a s.b",
                "DROP SCHEMA public CASCADE | DDL >  <",
                "COMMENT ON COLUMN s.t.c IS 'on other' | DDL >  < s.t",
                "COMMENT ON TABLE t IS NULL | DDL >  < t",
                "GRANT SELECT, INSERT ON a, b TO reader | DDL >  < a b",
                "REVOKE ALL ON FUNCTION f() FROM PUBLIC | DDL >  <",
                "REINDEX TABLE a | DDL >  < a",
                "SECURITY LABEL ON TABLE t IS 'x' | DDL >  < t",
                "CREATE TEMP TABLE a (x int REFERENCES b) | OTHER >  < b",
                "create local temporary table ht_book as select * from book | OTHER >  < book",
                "CREATE OR REPLACE TEMPORARY VIEW v AS SELECT 1 | OTHER >  <",
                "DROP TABLE pg_temp.a | OTHER >  <",
            })
    void aChangeOfTheSchemaNamesItsTables(String sql, String facts) {
        assertThat(facts(sql)).isEqualTo(facts.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = BAR,
            quoteCharacter = '`',
            value = {
                "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY | TRANSACTION",
                "START TRANSACTION | TRANSACTION",
                "COMMIT AND CHAIN | TRANSACTION",
                "END | TRANSACTION",
                "ROLLBACK TO SAVEPOINT a | TRANSACTION",
                "ABORT | TRANSACTION",
                "SAVEPOINT a | TRANSACTION",
                "RELEASE a | TRANSACTION",
                "PREPARE TRANSACTION 'a' | TRANSACTION",
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED | TRANSACTION",
                "SET search_path TO a | SESSION",
                "SET LOCAL x = 'y' | SESSION",
                "RESET ALL | SESSION",
                "SHOW TRANSACTION ISOLATION LEVEL | SESSION",
                "DISCARD ALL | SESSION",
                "DEALLOCATE p | SESSION",
                "LISTEN a | SESSION",
                "UNLISTEN * | SESSION",
                "NOTIFY a | SESSION",
                "CLOSE c | SESSION",
                "DO $$ BEGIN DROP TABLE a; END $$ | OTHER",
                "CALL refill(1) | OTHER",
                "CHECKPOINT | OTHER",
                "SELECT (1 | OTHER",
                "SELECT 'a | OTHER",
                "SELECT 1 /* a /* b */ | OTHER",
                "SELECT $tag$ a $$ | OTHER",
                "INSERT INTO | OTHER",
                "DELETE | OTHER",
                "SELECT 1) | OTHER",
                "`` | OTHER",
            })
    void anyOtherStatementHasItsKind(String sql, StatementKind kind) {
        assertThat(StatementText.of(sql).kind()).isEqualTo(kind);
        assertThat(StatementText.of(sql).written()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = BAR,
            quoteCharacter = '`',
            value = {
                "n := count(*) FROM account | account",
                "EXISTS (SELECT 1 FROM account) | account",
                "set := (SELECT 1 FROM account) | account",
                "count(*) > 0 FROM account, entry WHERE x | account entry",
            })
    void theRestOfAQueryInAFunctionNamesItsTables(String sql, String read) {
        assertThat(facts(sql)).isEqualTo("OTHER >  < " + read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = BAR,
            quoteCharacter = '`',
            value = {
                "Account | account",
                "\"Account\" | Account",
                "\"say \"\"hi\"\"; -- /* \" | say \"hi\"; -- /*",
                "PUBLIC . \"Order Items\" | public.Order Items",
                "shop.Public.A$1_b | shop.public.a$1_b",
                "Größe | größe",
                "ÄRGER | Ärger",
                "\"select\" | select",
                "public.order | public.order",
                "public./* x */table | public.table",
                "U&\"data\" | data",
                "表 | 表",
                "ééééééééééééééééééééééééééééééééé | ééééééééééééééééééééééééééééééé",
            })
    void aNameIsFoldedAsTheServerFoldsIt(String name, String parts) {
        String expected = parts.strip();
        assertThat(line(StatementText.of("SELECT * FROM " + name + " WHERE x").read())
                        .strip())
                .isEqualTo(expected);
        assertThat(line(StatementText.of("UPDATE " + name + " SET x = 1").written())
                        .strip())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'FROM b'",
                "'it''s FROM b'",
                "'\\'",
                "E'it\\'s FROM b'",
                "e'\\\\'",
                "U&'FROM b'",
                "B'1'",
                "$$ FROM b $$",
                "$tag$ $$ FROM b $$ $tag$",
                "$1",
                "1.5e-3",
                ".5",
                "0x1F",
                "1_000",
                "a->>'b'",
                "a @> b",
                "a - -b",
                "x -- FROM b\n",
                "x -- FROM b\r",
                "x /* FROM b /* ( */ FROM c */",
                "\"FROM b\"",
                "a$b$c",
                "interval '1 day'"
            })
    void whatIsNoNameIsNotTakenForOne(String expression) {
        assertThat(facts("SELECT " + expression + " FROM a")).isEqualTo("READ >  < a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT $1",
                "SELECT version()",
                "select current_schema()",
                "SELECT pg_backend_pid(), pg_catalog.pg_is_in_recovery()",
                "select set_config($1, $2, $3)",
                "SELECT CURRENT_TIMESTAMP",
                "SELECT coalesce($1, (SELECT $2))",
                "BEGIN",
                "SET x = 1",
                "/* nothing */"
            })
    void aTrialOfTheConnectionReachesNoData(String sql) {
        assertThat(StatementText.of(sql).reachesData()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM account",
                "SELECT nextval($1)",
                "SELECT shop.place_order($1)",
                "select * from place_order($1)",
                "SELECT \"placeOrder\"()",
                "INSERT INTO a VALUES (1)",
                "CREATE TABLE a ()",
                "CALL f()",
                "DO $$ $$",
                "FETCH ALL FROM c"
            })
    void whatMayTouchDataReachesIt(String sql) {
        assertThat(StatementText.of(sql).reachesData()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $2 FROM ONLY \"public\".\"account\" x WHERE \"id\" OPERATOR(pg_catalog.=) $1 FOR KEY SHARE OF x",
                "SELECT 1 FROM \"s\".\"p\" x WHERE $1 OPERATOR(public.=) \"a\" AND $2 OPERATOR(pg_catalog.=) \"b\" FOR KEY SHARE OF x",
                "SELECT fk.\"a\" FROM ONLY \"public\".\"c\" fk LEFT OUTER JOIN ONLY \"public\".\"p\" pk ON ( pk.\"id\" OPERATOR(pg_catalog.=) fk.\"a\") WHERE pk.\"id\" IS NULL AND (fk.\"a\" IS NOT NULL)"
            })
    void theServersChecksOfForeignKeysAreKnown(String sql) {
        assertThat(StatementText.of(sql).foreignKeyCheck()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM account x WHERE id = $1 FOR KEY SHARE OF x",
                "SELECT 1 FROM account x WHERE id OPERATOR(pg_catalog.=) $1",
                "DELETE FROM ONLY \"public\".\"child\" WHERE $1 OPERATOR(pg_catalog.=) \"parent_id\""
            })
    void aUsersOwnLockIsNoCheck(String sql) {
        assertThat(StatementText.of(sql).foreignKeyCheck()).isFalse();
    }

    @Test
    void ourStatementsAreMarked() {
        assertThat(StatementText.of("SELECT /* test-hygiene */ 1").ours()).isTrue();
        assertThat(StatementText.of("SELECT 1").ours()).isFalse();
    }

    @Test
    void onlyAPlainChangeCountsItsRows() {
        assertThat(StatementText.of("DELETE FROM a").countsChanges()).isTrue();
        assertThat(StatementText.of("WITH x AS (SELECT 1) DELETE FROM a").countsChanges())
                .isFalse();
        assertThat(StatementText.of("COPY a FROM STDIN").countsChanges()).isTrue();
        assertThat(StatementText.of("TRUNCATE a").countsChanges()).isFalse();
        assertThat(StatementText.of("EXPLAIN ANALYZE DELETE FROM a").countsChanges())
                .isFalse();
    }
}
