package io.github.testhygiene.postgres.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Operation;
import io.github.testhygiene.postgres.log.RowChange.Row;
import io.github.testhygiene.sql.SqlText;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of {@code test_decoding}. */
class DecodedChangesTest {

    @Test
    void transactionsAreBracketed() throws IOException {
        assertThat(read(
                        "BEGIN 4294967295",
                        "table a.b: TRUNCATE: (no-flags)",
                        "table a.c: TRUNCATE: (no-flags)",
                        "COMMIT 4294967295",
                        "BEGIN 7",
                        "message: transactional: 1 prefix: theirs, sz: 2 content:17",
                        "COMMIT 7"))
                .containsExactly("begin 4294967295", "truncated [a.b]", "truncated [a.c]", "commit 4294967295");
    }

    @Test
    void onlyMarkersOfOursAreMarkers() throws IOException {
        assertThat(read(
                        "message: transactional: 0 prefix: test-hygiene, sz: 2 content:17",
                        "message: transactional: 0 prefix: test-hygiene, sz: 6 content:a, b:\nc",
                        "message: transactional: 0 prefix: test-hygiene, sz: 0 content:",
                        "message: transactional: 1 prefix: test-hygiene, sz: 2 content:18",
                        "message: transactional: 0 prefix: test-hygiene2, sz: 2 content:19",
                        "message: transactional: 0 prefix: test, sz: 2 content:20",
                        "message: transactional: 0 prefix: , sz: 0 content:",
                        "message: transactional: 0 prefix: other, sz: 3 content:\u0001, test-hygiene"))
                .containsExactly("marker 17", "marker a, b:\nc", "marker ");
    }

    @Test
    void anInsertionHasItsNewRow() throws IOException {
        RowChange change = only(
                "table public.\"Order: \"\"Items, \"\"\": INSERT: id[integer]:-17 owner[character varying]:'it''s\n]:'"
                        + " \"Odd \"\"name\"\": [x]\"[\"my \"\"type]:\"[]]:'{a}' n[numeric]:NaN b[boolean]:true"
                        + " bits[bit varying]:B'101' none[timestamp without time zone]:null tags[text[]]:'{}'");

        assertThat(change)
                .isEqualTo(new RowChange(
                        "public.\"Order: \"\"Items, \"\"\"",
                        Operation.INSERT,
                        null,
                        new Row(
                                List.of(
                                        new Column("id", "-17", null, false, false),
                                        new Column("owner", "it's\n]:", null, true, false),
                                        new Column("Odd \"name\": [x]", "{a}", null, true, false),
                                        new Column("n", "NaN", null, false, false),
                                        new Column("b", "true", null, false, false),
                                        new Column("bits", "101", null, true, false),
                                        new Column("none", null, null, false, false),
                                        new Column("tags", "{}", null, true, false)),
                                true)));
    }

    @Test
    void anUpdateMayTellOfTheOldRow() throws IOException {
        RowChange without = only("table a.b: UPDATE: id[integer]:1 body[text]:unchanged-toast-datum");
        assertThat(without.before()).isNull();
        assertThat(without.after())
                .isEqualTo(new Row(
                        List.of(new Column("id", "1", null, false, false), new Column("body", null, null, false, true)),
                        true));

        RowChange with =
                only("table a.b: UPDATE: old-key: id[integer]:1 new-tuple: id[integer]:2 \"new-tuple\"[text]:'x'");
        assertThat(with.before()).isEqualTo(new Row(List.of(new Column("id", "1", null, false, false)), false));
        assertThat(with.after())
                .isEqualTo(new Row(
                        List.of(
                                new Column("id", "2", null, false, false),
                                new Column("new-tuple", "x", null, true, false)),
                        true));
    }

    @Test
    void rowsMayBeMissingOrEmpty() throws IOException {
        assertThat(only("table a.b: DELETE: (no-tuple-data)").before()).isNull();
        assertThat(only("table a.b: INSERT: (no-tuple-data)").after()).isNull();
        assertThat(only("table a.b: UPDATE: (no-tuple-data)").after()).isNull();
        assertThat(only("table a.b: INSERT:").after()).isEqualTo(new Row(List.of(), true));
        // A whole old row of nulls.
        RowChange change = only("table a.b: UPDATE: old-key: new-tuple: id[integer]:2");
        assertThat(change.before()).isEqualTo(new Row(List.of(), false));
        assertThat(change.after().columns()).hasSize(1);
    }

    @Test
    void oldRowsAreCompleteFromTheirAnnouncementOn() throws IOException {
        List<RowChange> changes = new ArrayList<>();
        DecodedChanges decoded = new DecodedChanges(new Events(new ArrayList<>(), changes));
        String deletion = "table public.\"a,b\": DELETE: id[integer]:1";
        for (String line : List.of(
                deletion,
                "message: transactional: 0 prefix: test-hygiene-complete, sz: 12 content:public.\"a,b\"",
                deletion,
                "table public.a: DELETE: id[integer]:1")) {
            decoded.read(new StringReader(line));
        }

        assertThat(changes).extracting(each -> each.before().complete()).containsExactly(false, true, false);
    }

    @Test
    void aTruncationNamesItsTables() throws IOException {
        assertThat(read(
                        "BEGIN 1",
                        "table public.a: TRUNCATE: (no-flags)",
                        "table public.a, public.\"b, c: d\", \"x\".y: TRUNCATE: restart_seqs cascade"))
                .containsExactly(
                        "begin 1", "truncated [public.a]", "truncated [public.a, public.\"b, c: d\", \"x\".y]");
    }

    @Test
    void longValuesAreCutAndStillToldApart() throws IOException {
        String text = "ß→😀''".repeat(100_000);
        Column one = value(text);
        Column same = value(text);
        Column other = value(text.substring(0, text.length() - 2) + "x");

        assertThat(one.text()).hasSize(ValueText.KEPT).startsWith("ß→😀'ß");
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
        assertThat(value("x".repeat(ValueText.KEPT)).digest()).isNull();
        assertThat(value("x".repeat(ValueText.KEPT + 1)).digest()).matches("[0-9a-f]{32}");
    }

    private static Column value(String quoted) throws IOException {
        return only("table a.b: INSERT: v[text]:'" + quoted + "'")
                .after()
                .columns()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BEGIN",
                "COMMIT x",
                "BEGIN 1 2",
                "PREPARE TRANSACTION 'x'",
                "table a.b: MERGE: id[integer]:1",
                "table a.b: INSERT: id[integer]:'x",
                "table a.b: INSERT: id[integer",
                "table a.b",
                "message: transactional: 0 prefix: test-hygiene, sz: 1 text:x"
            })
    void anythingElseIsAnError(String line) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("test_decoding wrote");
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenComesBack(@ForAll("changes") RowChange change, @ForAll @IntRange(min = 1, max = 20) int atOnce)
            throws IOException {
        List<RowChange> read = new ArrayList<>();
        DecodedChanges decoded = new DecodedChanges(new Events(new ArrayList<>(), read), Set.of(change.table()));
        decoded.read(new Portions(new StringReader(Written.line(change)), atOnce));

        assertThat(read).containsExactly(change);
    }

    @Provide
    Arbitrary<RowChange> changes() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("ab\"':[],. ß😀(")
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("ab'\"\n\\:[] ß→").ofMaxLength(12);
        Arbitrary<Column> columns = Arbitraries.oneOf(
                Combinators.combine(names, texts).as((name, text) -> new Column(name, text, null, true, false)),
                names.map(name -> new Column(name, null, null, false, false)),
                names.map(name -> new Column(name, null, null, false, true)),
                Combinators.combine(names, Arbitraries.of("0", "-1.50", "1e-07", "NaN", "-Infinity", "true", "false"))
                        .as((name, text) -> new Column(name, text, null, false, false)));
        Arbitrary<Row> now = columns.list().ofMinSize(1).ofMaxSize(5).map(each -> new Row(each, true));
        Arbitrary<Row> old = columns.filter(column -> column.text() != null)
                .list()
                .ofMaxSize(5)
                .map(each -> new Row(each, true));
        Arbitrary<String> tables =
                Combinators.combine(names, names).as((schema, name) -> Written.name(schema) + "." + Written.name(name));
        return Arbitraries.oneOf(
                Combinators.combine(tables, now).as((table, row) -> new RowChange(table, Operation.INSERT, null, row)),
                Combinators.combine(tables, old.injectNull(0.2))
                        .as((table, row) -> new RowChange(table, Operation.DELETE, row, null)),
                Combinators.combine(tables, old.injectNull(0.3), now)
                        .as((table, before, row) -> new RowChange(table, Operation.UPDATE, before, row)));
    }

    private static RowChange only(String line) throws IOException {
        List<RowChange> changes = new ArrayList<>();
        new DecodedChanges(new Events(new ArrayList<>(), changes)).read(new StringReader(line));
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static List<String> read(String... lines) throws IOException {
        List<String> events = new ArrayList<>();
        DecodedChanges decoded = new DecodedChanges(new Events(events, new ArrayList<>()));
        for (String line : lines) {
            decoded.read(new StringReader(line));
        }
        return events;
    }

    /** Notes everything. */
    private record Events(List<String> others, List<RowChange> changes) implements ChangeListener {

        @Override
        public void marker(String content) {
            others.add("marker " + content);
        }

        @Override
        public void begin(long xid) {
            others.add("begin " + xid);
        }

        @Override
        public void changed(RowChange change) {
            changes.add(change);
        }

        @Override
        public void truncated(List<String> tables) {
            others.add("truncated " + tables);
        }

        @Override
        public void commit(long xid) {
            others.add("commit " + xid);
        }
    }

    /** Writes as {@code test_decoding} does. */
    private static final class Written {

        private static String line(RowChange change) {
            String start = "table " + change.table() + ": " + change.operation() + ":";
            return switch (change.operation()) {
                case INSERT -> start + row(change.after());
                case DELETE -> start + row(change.before());
                case UPDATE ->
                    start
                            + (change.before() == null ? "" : " old-key:" + row(change.before()) + " new-tuple:")
                            + row(change.after());
            };
        }

        private static String row(Row row) {
            return row == null
                    ? " (no-tuple-data)"
                    : row.columns().stream().map(Written::column).collect(Collectors.joining());
        }

        private static String column(Column column) {
            return " " + name(column.name()) + "[" + (column.quoted() ? "\"my [type\"[]" : "integer") + "]:"
                    + value(column);
        }

        private static String value(Column column) {
            if (column.unchangedToast()) {
                return "unchanged-toast-datum";
            }
            String text = column.text();
            return text == null ? "null" : column.quoted() ? "'" + text.replace("'", "''") + "'" : text;
        }

        private static String name(String name) {
            return name.matches("[a-z]+") ? name : SqlText.identifier(name);
        }
    }

    /** Gives not more than some characters at once. */
    private static final class Portions extends Reader {

        private final Reader whole;
        private final int atOnce;

        private Portions(Reader whole, int atOnce) {
            this.whole = whole;
            this.atOnce = atOnce;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return whole.read(target, offset, Math.min(length, atOnce));
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }
}
