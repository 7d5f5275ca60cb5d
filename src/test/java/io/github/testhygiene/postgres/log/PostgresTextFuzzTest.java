package io.github.testhygiene.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.Fuzzing;
import io.github.testhygiene.sql.SqlScript;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damaged text of {@code test_decoding} is refused, and any script is cut into statements. */
class PostgresTextFuzzTest {

    private static final ChangeListener NOBODY = new ChangeListener() {
        @Override
        public void begin(long xid) {}

        @Override
        public void changed(RowChange change) {}

        @Override
        public void truncated(List<String> tables) {}

        @Override
        public void commit(long xid) {}

        @Override
        public void marker(String content) {}
    };

    @Test
    void aDamagedChangeIsReadOrRefused() {
        Fuzzing.fuzz(
                bytes(
                        "BEGIN 4294967295",
                        "COMMIT 7",
                        "message: transactional: 0 prefix: test-hygiene, sz: 2 content:17",
                        "table a.b: TRUNCATE: restart_seqs cascade",
                        "table public.\"Order: \"\"Items\": INSERT: id[integer]:-17 owner[character varying]:'it''s\n]:'"
                                + " \"Odd \"\"name\"[\"my type\"]:'{a}' n[numeric]:NaN b[boolean]:true"
                                + " bits[bit varying]:B'101' none[timestamp without time zone]:null tags[text[]]:'{}'",
                        "table a.b: UPDATE: old-key: id[integer]:1 new-tuple: id[integer]:2 t[text]:unchanged-toast-datum",
                        "table a.b: DELETE: (no-tuple-data)",
                        "table a.t: INSERT: a[int4range]:'[1,10)' b[bytea]:'\\x00ff' c[jsonb]:'{\"a\": [1]}'"
                                + " d[inet]:'::1' e[tsvector]:'''fat'':1' f[money]:'$1.00' g[xml]:'<a/>'"
                                + " h[interval]:'1 day' i[point]:'(1,2)' j[uuid]:'00000000-0000-0000-0000-000000000000'"),
                input -> {
                    String line = new String(input, StandardCharsets.UTF_8);
                    if (line.isEmpty()) {
                        return; // the plugin writes no empty line
                    }
                    try {
                        new DecodedChanges(NOBODY).read(new StringReader(line));
                    } catch (IOException refused) {
                        return;
                    }
                });
    }

    @Test
    void aDamagedScriptIsCutIntoStatementsThatItHolds() {
        Fuzzing.fuzz(
                bytes(
                        "SELECT 'it''s; \\'; SELECT E'it\\'s; ''here\\'';' ; SELECT \"a;b\";",
                        "CREATE FUNCTION f() RETURNS int AS $tag$ BEGIN; $$ ; END $tag$ LANGUAGE plpgsql; SELECT 1",
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; SELECT 2",
                        "-- one;\n/* two; /* three; */ */ INSERT INTO t VALUES (1); \\connect x\nCOPY t FROM stdin;\n1\n\\.\n"),
                input -> {
                    String script = new String(input, StandardCharsets.UTF_8);
                    int line = 1;
                    for (SqlScript.Command command : SqlScript.split(script)) {
                        assertThat(script).contains(command.sql());
                        assertThat(command.line()).isGreaterThanOrEqualTo(line);
                        line = command.line();
                    }
                });
    }

    private static List<byte[]> bytes(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
