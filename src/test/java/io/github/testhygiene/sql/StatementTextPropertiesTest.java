package io.github.testhygiene.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for every text. */
class StatementTextPropertiesTest {

    private static final List<String> STATEMENTS = List.of(
            "select a , b from t1 join s . t2 on t1 . x = t2 . y where c in ( select d from t3 ) order by e",
            "with q as ( delete from t1 where x is distinct from y returning * ) insert into t2 select * from q , t3",
            "update only t1 set a = extract ( year from b ) , c = ( select d from t2 ) from t3 , s . t1",
            "merge into t1 as m using t2 on m . a = t2 . a when matched then update set b = c , d = e",
            "insert into t1 ( t2 , t3 ) values ( f ( x ) , y ) on conflict ( t2 ) do update set t3 = excluded . t3",
            "create table t1 ( a integer references t2 , b text )",
            "create table t1 as select a , b from t2 , t3",
            "truncate table t1 , s . t2 cascade",
            "copy t1 ( a , b ) from stdin",
            "explain ( analyze , verbose ) delete from t1 using t2",
            "drop table if exists t1 , s . t2 cascade",
            "set local x to y",
            "savepoint a");

    @Provide
    Arbitrary<String> statements() {
        return Arbitraries.of(STATEMENTS);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "select from where insert into update delete merge using with recursive as ( ) , ; . ' \" $$ $a$ E' -- /*"
                                .concat(
                                        " */ \n t u \"q\" set values returning table only lateral rows join on copy to explain analyze")
                                .concat(
                                        " create temp view drop distinct of prepare for truncate refresh $1 1 1e 0x U& U&\" = :")
                                .split(" "))
                .list()
                .ofMaxSize(25)
                .map(list -> String.join(" ", list));
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of(
                " ", "\n\t ", "/**/", "/* from t9 */", " -- from t9, 'x\n", "/* /* nested */ from t9 */", " \r\n\f");
    }

    @Property
    void anyTextIsTaken(@ForAll String text) {
        assertThat(StatementText.of(text)).isEqualTo(StatementText.of(text));
    }

    @Property(tries = 3000)
    void anyOrderOfPiecesIsTaken(@ForAll @From("pieces") String text) {
        assertThat(StatementText.of(text).kind()).isNotNull();
    }

    @Property
    void aStatementMayBeCutAnywhere(@ForAll @From("statements") String sql, @ForAll int seed) {
        String cut = sql.substring(0, Math.floorMod(seed, sql.length()));
        assertThat(StatementText.of(cut).kind()).isNotNull();
        assertThat(StatementText.of(cut + " (").kind()).isEqualTo(StatementKind.OTHER);
        assertThat(StatementText.of(cut + " '").kind()).isEqualTo(StatementKind.OTHER);
    }

    @Property
    void gapsAndCaseChangeNothing(
            @ForAll @From("statements") String sql,
            @ForAll @From("gaps") String first,
            @ForAll @From("gaps") String gap) {
        String other = first + sql.replace(" ", gap).toUpperCase(Locale.ROOT).replace("T9", "t9") + gap;

        assertThat(StatementText.of(other)).isEqualTo(StatementText.of(sql));
    }

    @Property
    void noGapIsNeededBesideAParenthesisACommaOrADot(@ForAll @From("statements") String sql) {
        assertThat(StatementText.of(sql.replaceAll(" ?([(),.=*]) ?", "$1"))).isEqualTo(StatementText.of(sql));
    }

    @Property
    void quotingATableChangesNothing(@ForAll @From("statements") String sql) {
        assertThat(StatementText.of(sql.replaceAll("\\b(t[1-3]|s)\\b", "\"$1\"")))
                .isEqualTo(StatementText.of(sql));
    }

    @Property
    void anyQuotedNameIsFoundAsItIs(@ForAll @StringLength(min = 1, max = 15) String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';

        assertThat(StatementText.of("SELECT a FROM " + quoted + ", " + quoted + "." + quoted + " x")
                        .read())
                .containsExactlyInAnyOrder(List.of(name), List.of(name, name));
        assertThat(StatementText.of("INSERT INTO " + quoted + "(a) VALUES ($1)").written())
                .containsExactly(List.of(name));
    }

    @Property
    void anyNameIsFoundInACanonicalOne(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'c') String schema,
            @ForAll @StringLength(min = 1, max = 8) String table) {
        String canonical = schema + ".\"" + table.replace("\"", "\"\"") + '"';
        TableNames names = new TableNames(List.of(canonical, schema + "x.other"));

        assertThat(names.resolve(List.of(List.of(table)))).contains(canonical);
        assertThat(names.resolve(List.of(List.of("database", schema, table)))).containsExactly(canonical);
        assertThat(names.resolve(List.of(List.of(schema + "y", table)))).isEmpty();
    }

    @Example
    void depthIsNoDanger() {
        String deep = "(".repeat(50_000);
        assertThat(StatementText.of("SELECT " + deep).kind()).isEqualTo(StatementKind.OTHER);
        assertThat(StatementText.of("SELECT " + deep + "SELECT 1 FROM t" + ")".repeat(50_000))
                        .read())
                .containsExactly(List.of("t"));
        assertThat(StatementText.of("EXPLAIN ".repeat(50_000)).kind()).isNotNull();
    }
}
