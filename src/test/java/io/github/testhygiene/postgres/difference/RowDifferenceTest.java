package io.github.testhygiene.postgres.difference;

import static io.github.testhygiene.postgres.difference.LeftFixture.all;
import static io.github.testhygiene.postgres.difference.LeftFixture.closed;
import static io.github.testhygiene.postgres.difference.LeftFixture.contents;
import static io.github.testhygiene.postgres.difference.LeftFixture.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.LeftItem.Kind;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and sequences that differ, and come back, on a real server. */
class RowDifferenceTest {

    private static PostgresServer server;

    private LeftFixture fixture;

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void drop() {
        if (fixture != null) {
            fixture.close();
        }
    }

    private RowDifference difference(String schema, String changes) throws SQLException {
        fixture = new LeftFixture(server, schema);
        RowDifference difference = fixture.after(changes);
        assertThat(fixture.without(difference, all(difference)))
                .as("everything taken back")
                .isEqualTo(contents(fixture.before));
        assertThat(fixture.without(difference, Set.of()))
                .as("nothing taken back")
                .isEqualTo(contents(fixture.left));
        return difference;
    }

    @Test
    void aDatabaseThatWasOnlyReadDoesNotDiffer() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, x int); INSERT INTO a VALUES (1, 1); CREATE SEQUENCE s",
                "SELECT * FROM a");

        assertThat(difference.items()).isEmpty();
        assertThat(difference.limits()).isEmpty();
    }

    @Test
    void aRowThatWasWrittenAgainAsItWasDoesNotDiffer() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, x int); INSERT INTO a VALUES (1, 1), (2, 2)",
                "UPDATE a SET x = x; DELETE FROM a WHERE id = 1; INSERT INTO a VALUES (1, 1)");

        assertThat(difference.items()).isEmpty();
    }

    @Test
    void rowsAreToldByTheirKeys() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE stock (id int PRIMARY KEY, quantity int, note text);"
                        + " INSERT INTO stock VALUES (1, 1, null), (2, 2, 'b'), (3, 5, 'c')",
                "INSERT INTO stock VALUES (17, 0, 'new'); UPDATE stock SET quantity = 4, note = null WHERE id = 3;"
                        + " DELETE FROM stock WHERE id = 2");

        assertThat(told(difference))
                .containsExactly(
                        "inserted public.stock id 17",
                        "updated public.stock id 3: quantity 5 → 4, note 'c' → null",
                        "deleted public.stock id 2");
        assertThat(difference.items())
                .allSatisfy(item -> assertThat(item.requires()).isEmpty());
        assertThat(difference.items()).extracting(LeftItem::number).containsExactly(0, 1, 2);
    }

    @Test
    void oneItemIsTakenBackAndTheOthersStay() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, x int); INSERT INTO a VALUES (1, 1), (2, 2)",
                "UPDATE a SET x = 7; INSERT INTO a VALUES (3, 3), (4, 4)");

        Set<Integer> some =
                closed(difference, item -> Set.of("id 3", "id 1: x 1 → 7").contains(item.text()));

        assertThat(fixture.without(difference, some).get("public.a")).containsExactly("(1,1)", "(2,7)", "(4,4)");
    }

    @Test
    void aCompositeKeyIsToldInItsOwnOrder() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (x int, \"Größe\" text, region int, PRIMARY KEY (region, \"Größe\"))",
                "INSERT INTO a VALUES (5, 'it''s', 1)");

        assertThat(told(difference)).containsExactly("inserted public.a region 1, Größe 'it''s'".replace("''", "'"));
        assertThat(fixture.cleanUp(difference, Set.of(0)))
                .containsExactly("DELETE FROM public.a WHERE (region, \"Größe\") = (1, 'it''s')");
    }

    @Test
    void rowsWithoutKeyAreComparedAsTheyAreAndCounted() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE log (amount numeric(8, 2), note text, extra int);"
                        + " INSERT INTO log VALUES (1, 'same'), (1, 'same'), (2, 'gone')",
                "INSERT INTO log VALUES (12.5, 'x'), (1, 'same'); DELETE FROM log WHERE note = 'gone'");

        assertThat(told(difference))
                .containsExactlyInAnyOrder(
                        "inserted public.log amount 12.50, note 'x'",
                        "inserted public.log amount 1.00, note 'same'",
                        "deleted public.log amount 2.00, note 'gone'");
        assertThat(fixture.cleanUp(difference, Set.of(0))).isEmpty();
    }

    @Test
    void namesAreQuotedWhereTheyHaveToBe() throws SQLException {
        RowDifference difference = difference(
                "CREATE SCHEMA \"My Shop\"; CREATE TABLE \"My Shop\".\"Bestellungen äöü\" (\"order\" int PRIMARY KEY,"
                        + " \"a\"\"b\" text, \"what?\" int); INSERT INTO \"My Shop\".\"Bestellungen äöü\" VALUES (1, 'x', 1);"
                        + " CREATE SEQUENCE \"My Shop\".\"it's\"",
                "INSERT INTO \"My Shop\".\"Bestellungen äöü\" VALUES (2, 'y', 2);"
                        + " UPDATE \"My Shop\".\"Bestellungen äöü\" SET \"a\"\"b\" = E'back\\\\slash', \"what?\" = 3 WHERE \"order\" = 1;"
                        + " SELECT nextval('\"My Shop\".\"it''s\"')");

        assertThat(told(difference))
                .containsExactly(
                        "inserted \"My Shop\".\"Bestellungen äöü\" order 2",
                        "updated \"My Shop\".\"Bestellungen äöü\" order 1: a\"b 'x' → 'back\\slash', what? 1 → 3",
                        "sequence \"My Shop\".\"it's\" 1 unused → used");
        List<String> statements = fixture.cleanUp(difference, all(difference));
        assertThat(statements)
                .containsExactly(
                        "DELETE FROM \"My Shop\".\"Bestellungen äöü\" WHERE \"order\" = 2",
                        "UPDATE \"My Shop\".\"Bestellungen äöü\" SET \"a\"\"b\" = 'x', \"what?\" = 1 WHERE \"order\" = 1",
                        "SELECT setval('\"My Shop\".\"it''s\"', 1, false)");
        assertThat(fixture.cleaned(statements)).isEqualTo(contents(fixture.before));
    }

    @Test
    void generatedAndNumberedColumnsComeBackAsTheyWere() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, gone int, x int,"
                        + " twice int GENERATED ALWAYS AS (x * 2) STORED); ALTER TABLE a DROP COLUMN gone;"
                        + " INSERT INTO a (x) VALUES (1), (2), (3)",
                "DELETE FROM a WHERE id = 2; UPDATE a SET x = 9 WHERE id = 3; INSERT INTO a (x) VALUES (4)");

        assertThat(told(difference))
                .containsExactly(
                        "inserted public.a id 4",
                        "updated public.a id 3: x 3 → 9, twice 6 → 18",
                        "deleted public.a id 2",
                        "sequence public.a_id_seq 3 → 4");
        List<String> statements = fixture.cleanUp(difference, all(difference));
        assertThat(statements)
                .containsExactly(
                        "DELETE FROM public.a WHERE id = 4",
                        "INSERT INTO public.a (id, x) OVERRIDING SYSTEM VALUE VALUES (2, 2)",
                        "UPDATE public.a SET x = 3 WHERE id = 3",
                        "SELECT setval('public.a_id_seq', 3, true)");
        assertThat(fixture.cleaned(statements)).isEqualTo(contents(fixture.before));
    }

    @Test
    void virtualColumnsAreLeftToTheServer() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, x int, twice int GENERATED ALWAYS AS (x * 2) VIRTUAL);"
                        + " INSERT INTO a (id, x) VALUES (1, 1), (2, 2)",
                "DELETE FROM a WHERE id = 2; UPDATE a SET x = 9 WHERE id = 1");

        assertThat(difference.items()).hasSize(2);
    }

    @Test
    void partitionsAndHeirsAreTablesOfTheirOwn() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE p (id int, region int, PRIMARY KEY (id, region)) PARTITION BY LIST (region);"
                        + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); CREATE TABLE p2 PARTITION OF p DEFAULT;"
                        + " INSERT INTO p VALUES (1, 1), (2, 1);"
                        + " CREATE TABLE animal (id int PRIMARY KEY, name text);"
                        + " CREATE TABLE dog (PRIMARY KEY (id)) INHERITS (animal);"
                        + " INSERT INTO animal VALUES (1, 'x'); INSERT INTO dog VALUES (2, 'y')",
                "UPDATE p SET region = 5 WHERE id = 1; INSERT INTO dog VALUES (3, 'z'); INSERT INTO animal VALUES (3, 'q')");

        assertThat(told(difference))
                .containsExactly(
                        "inserted public.animal id 3",
                        "inserted public.dog id 3",
                        "deleted public.p1 id 1, region 1",
                        "inserted public.p2 id 1, region 5");
        assertThat(fixture.cleanUp(difference, Set.of(0)))
                .containsExactly("DELETE FROM ONLY public.animal WHERE id = 3");
    }

    @Test
    void valuesOfEveryKindComeBack() throws SQLException {
        RowDifference difference = difference(
                "CREATE TYPE mood AS ENUM ('sad', 'it''s \"ok\"'); CREATE TYPE pair AS (a int, b text);"
                        + " CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE UNLOGGED TABLE u (id int PRIMARY KEY);"
                        + " CREATE TABLE a (id int PRIMARY KEY, tags text[], m mood, j jsonb, b bytea, t timestamptz, i interval,"
                        + " big text, f float8, c char(5), p pair, r int4range, d positive, cash money, bits bit(3), tf bool, n numeric);"
                        + " INSERT INTO u VALUES (1);"
                        + " INSERT INTO a VALUES (1, '{a,\"b,c\",NULL}', 'it''s \"ok\"', '{\"k\": [1, null]}', '\\x00ff', "
                        + " '2024-02-29 12:00:00.123456+05', '1 mon -3 days', repeat('äö(),\"\\', 30000), 0.1, 'ab', '(1,\"x,y\")',"
                        + " '[1,5)', 3, 12.5, B'101', true, 'NaN'); INSERT INTO a VALUES (2)",
                "DELETE FROM a WHERE id = 1; UPDATE a SET f = '-Infinity', tags = '{}', big = repeat('z', 200000);"
                        + " INSERT INTO u VALUES (2)");

        assertThat(told(difference).get(0))
                .startsWith("updated public.a id 2: tags null → '{}', big null → 'zzz")
                .hasSizeLessThan(110);
        assertThat(told(difference)).contains("deleted public.a id 1", "inserted public.u id 2");
    }

    @Test
    void whatHasToBeUniqueGoesTogether() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, mail text); CREATE UNIQUE INDEX ON a (lower(mail));"
                        + " INSERT INTO a VALUES (1, 'x@y'), (3, 'p'), (4, 'q'), (5, 'z')",
                "DELETE FROM a WHERE id = 1; INSERT INTO a VALUES (2, 'X@Y');"
                        + " UPDATE a SET mail = 't' WHERE id = 3; UPDATE a SET mail = 'p' WHERE id = 4;"
                        + " UPDATE a SET mail = 'q' WHERE id = 3; UPDATE a SET mail = 'zz' WHERE id = 5");

        for (LeftItem item : difference.items()) {
            fixture.without(difference, closed(difference, item::equals));
        }
        assertThat(byText(difference, "id 1").requires())
                .containsExactly(byText(difference, "id 2").number());
        assertThat(byText(difference, "id 2").requires()).isEmpty();
    }

    private static LeftItem byText(RowDifference difference, String text) {
        return difference.items().stream()
                .filter(item -> item.text().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void childrenGoWithTheirParentsAndComeBackOnlyWithThem() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE c (a int, b int, PRIMARY KEY (a, b));"
                        + " CREATE TABLE o (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES c ON DELETE CASCADE);"
                        + " CREATE TABLE l (o int REFERENCES o ON DELETE SET NULL, n int);"
                        + " INSERT INTO c VALUES (1, 1); INSERT INTO o VALUES (10, 1, 1), (11, null, 1); INSERT INTO l VALUES (10, 1)",
                "INSERT INTO c VALUES (2, 2); INSERT INTO o VALUES (20, 2, 2); INSERT INTO l VALUES (20, 9);"
                        + " UPDATE o SET a = 2, b = 2 WHERE id = 11; DELETE FROM c WHERE (a, b) = (1, 1)");

        int customer = byText(difference, "a 2, b 2").number();
        int order = byText(difference, "id 20").number();
        int moved = byText(difference, "id 11").number();
        int line = byText(difference, "o 20").number();
        assertThat(difference.items().get(customer).requires()).containsExactlyInAnyOrder(order, moved, line);
        assertThat(difference.items().get(order).requires()).containsExactly(line);
        assertThat(difference.items().get(line).requires()).isEmpty();
        LeftItem goneOrder = byText(difference, "id 10");
        assertThat(goneOrder.requires())
                .containsExactly(byText(difference, "a 1, b 1").number());
        assertThat(byText(difference, "a 1, b 1").requires()).isEmpty();
        // The line that lost its order is gone and new, as it has no key: it comes back only with the order.
        LeftItem goneLine = byText(difference, "o 10");
        assertThat(goneLine.requires()).contains(goneOrder.number());
    }

    @Test
    void rowsThatReferToTheirOwnTableGoInChains() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE p (id int PRIMARY KEY, boss int REFERENCES p); INSERT INTO p VALUES (1, 1)",
                "INSERT INTO p VALUES (2, 2), (3, 2), (4, 3)");

        assertThat(byText(difference, "id 2").requires())
                .containsExactlyInAnyOrder(
                        byText(difference, "id 3").number(),
                        byText(difference, "id 4").number());
        assertThat(byText(difference, "id 4").requires()).isEmpty();
    }

    @Test
    void foreignKeysOfPartitionedTablesAreFollowed() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE o (id int, region int, PRIMARY KEY (id, region)) PARTITION BY LIST (region);"
                        + " CREATE TABLE o1 PARTITION OF o FOR VALUES IN (1); CREATE TABLE o2 PARTITION OF o DEFAULT;"
                        + " CREATE TABLE l (id int, o int, r int, FOREIGN KEY (o, r) REFERENCES o) PARTITION BY HASH (id);"
                        + " CREATE TABLE l1 (r int, id int, o int);"
                        + " ALTER TABLE l ATTACH PARTITION l1 FOR VALUES WITH (MODULUS 1, REMAINDER 0)",
                "INSERT INTO o VALUES (1, 1), (2, 2); INSERT INTO l (id, o, r) VALUES (7, 1, 1), (8, 2, 2)");

        assertThat(told(difference))
                .containsExactlyInAnyOrder(
                        "inserted public.l1 r 1, id 7, o 1",
                        "inserted public.l1 r 2, id 8, o 2",
                        "inserted public.o1 id 1, region 1",
                        "inserted public.o2 id 2, region 2");
        assertThat(byText(difference, "id 1, region 1").requires())
                .containsExactly(byText(difference, "r 1, id 7").number());
    }

    @Test
    void aReferenceToAKeyThatWasGivenToAnotherRowHolds() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE c (id int PRIMARY KEY, code text UNIQUE DEFERRABLE, x int);"
                        + " CREATE TABLE o (id int PRIMARY KEY, code text);"
                        + " ALTER TABLE c DROP CONSTRAINT c_code_key; ALTER TABLE c ADD UNIQUE (code);"
                        + " ALTER TABLE o ADD FOREIGN KEY (code) REFERENCES c (code) DEFERRABLE INITIALLY DEFERRED;"
                        + " INSERT INTO c VALUES (1, 'a', 0), (5, 'e', 0); INSERT INTO o VALUES (1, 'a'), (2, 'e')",
                "BEGIN; DELETE FROM c WHERE id = 1; INSERT INTO c VALUES (2, 'a', 0); UPDATE c SET x = 1 WHERE id = 5; COMMIT");

        assertThat(byText(difference, "id 2").requires())
                .containsExactly(byText(difference, "id 1").number());
        assertThat(byText(difference, "id 1").requires())
                .containsExactly(byText(difference, "id 2").number());
        assertThat(byText(difference, "id 5").requires()).isEmpty();
        for (LeftItem item : difference.items()) {
            fixture.without(difference, closed(difference, item::equals));
        }
    }

    @Test
    void triggersAndCascadesDoNotAct() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE c (id int PRIMARY KEY, x int); CREATE TABLE log (x text);"
                        + " CREATE TABLE o (id int PRIMARY KEY, c int REFERENCES c ON DELETE CASCADE ON UPDATE CASCADE);"
                        + " CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_OP);"
                        + " RETURN coalesce(NEW, OLD); END $$;"
                        + " CREATE TRIGGER t BEFORE INSERT OR UPDATE OR DELETE ON c FOR EACH ROW EXECUTE FUNCTION noted();"
                        + " CREATE TRIGGER always BEFORE INSERT OR UPDATE OR DELETE ON o FOR EACH ROW EXECUTE FUNCTION noted();"
                        + " ALTER TABLE o ENABLE ALWAYS TRIGGER always;"
                        + " INSERT INTO c VALUES (1, 1); INSERT INTO o VALUES (1, 1)",
                "UPDATE c SET x = 2; INSERT INTO c VALUES (2, 2); INSERT INTO o VALUES (2, 2); DELETE FROM o WHERE id = 1");

        Set<Integer> rows = closed(difference, item -> !item.object().equals("public.log"));
        assertThat(fixture.without(difference, rows).get("public.log")).hasSize(6);
    }

    @Test
    void aRowThatTakesItsParentAwayFromAnotherIsRefused() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE c (id int PRIMARY KEY); CREATE TABLE o (id int PRIMARY KEY, c int REFERENCES c)",
                "INSERT INTO c VALUES (1); INSERT INTO o VALUES (1, 1)");
        int parent = difference.items().stream()
                .filter(item -> item.object().equals("public.c"))
                .findFirst()
                .orElseThrow()
                .number();

        assertThatThrownBy(() -> fixture.without(difference, Set.of(parent)))
                .isInstanceOf(SQLException.class)
                .hasMessage("rows of public.o would violate the foreign key o_c_fkey");
    }

    @ParameterizedTest
    @CsvSource({"password", "api_token", "userPassword"})
    void secretsAreNotToldAndNotWritten(String column) throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, \"" + column + "\" text, x int);"
                        + " INSERT INTO a VALUES (1, 'hush', 1), (2, 'hush', 2), (3, 'hush', 3);"
                        + " CREATE TABLE b (\"" + column + "\" text)",
                "UPDATE a SET \"" + column + "\" = 'psst' WHERE id = 1; UPDATE a SET x = 3 WHERE id = 2;"
                        + " DELETE FROM a WHERE id = 3; INSERT INTO b VALUES ('hush')");

        assertThat(told(difference))
                .containsExactly(
                        "updated public.a id 1: " + column + " changed",
                        "updated public.a id 2: x 2 → 3",
                        "deleted public.a id 3",
                        "inserted public.b " + column + " ***");
        assertThat(fixture.cleanUp(difference, Set.of(0))).isEmpty();
        assertThat(fixture.cleanUp(difference, Set.of(1))).containsExactly("UPDATE public.a SET x = 2 WHERE id = 2");
        assertThat(fixture.cleanUp(difference, Set.of(2))).isEmpty();
    }

    @Test
    void cleanUpNamesChildrenBeforeParents() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a_parent (id int PRIMARY KEY); CREATE TABLE b_child (id int PRIMARY KEY, p int REFERENCES a_parent);"
                        + " CREATE SEQUENCE order_id_seq; INSERT INTO a_parent VALUES (1); INSERT INTO b_child VALUES (1, 1)",
                "INSERT INTO a_parent VALUES (17), (18); INSERT INTO b_child VALUES (5, 17); SELECT setval('order_id_seq', 4);"
                        + " UPDATE b_child SET p = 18 WHERE id = 1");

        List<String> statements = fixture.cleanUp(difference, all(difference));

        assertThat(statements)
                .containsExactly(
                        "UPDATE public.b_child SET p = 1 WHERE id = 1",
                        "DELETE FROM public.b_child WHERE id = 5",
                        "DELETE FROM public.a_parent WHERE id IN (17, 18)",
                        "SELECT setval('public.order_id_seq', 1, false)");
        assertThat(fixture.cleaned(statements)).isEqualTo(contents(fixture.before));
    }

    @Test
    void whatDependsOnDeletedRowsIsInsertedAfterThem() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a, t text);"
                        + " CREATE TABLE c (id int PRIMARY KEY, b int REFERENCES b);"
                        + " INSERT INTO a VALUES (1); INSERT INTO b VALUES (1, 1, E'a\\\\b'), (2, 1, null); INSERT INTO c VALUES (1, 2)",
                "UPDATE c SET b = null; DELETE FROM b; DELETE FROM a");

        List<String> statements = fixture.cleanUp(difference, all(difference));

        assertThat(statements)
                .containsExactly(
                        "INSERT INTO public.a (id) VALUES (1)",
                        "INSERT INTO public.b (id, a, t) VALUES (1, 1, E'a\\\\b'), (2, 1, null)",
                        "UPDATE public.c SET b = 2 WHERE id = 1");
        assertThat(fixture.cleaned(statements)).isEqualTo(contents(fixture.before));
    }

    @Test
    void cleanUpThatIsTooLongIsNotWritten() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE a (id int PRIMARY KEY, t text); INSERT INTO a SELECT 1000 + i, 'x' FROM generate_series(1, 11) i",
                "INSERT INTO a SELECT i, repeat('x', 3000) FROM generate_series(1, 51) i; UPDATE a SET t = 'y' WHERE id > 1000");
        Set<Integer> inserted = closed(difference, item -> item.kind() == Kind.INSERTED);
        Set<Integer> updated = closed(difference, item -> item.kind() == Kind.UPDATED);

        assertThat(fixture.cleanUp(difference, inserted)).isEmpty();
        assertThat(fixture.cleanUp(difference, updated)).isEmpty();
        inserted.remove(inserted.iterator().next());
        assertThat(fixture.cleanUp(difference, inserted)).hasSize(1);
    }

    @Test
    void manyRowsOfOneTableAreOneItem() throws SQLException {
        RowDifference difference = difference(
                "CREATE TABLE big (id int PRIMARY KEY, x int); CREATE TABLE small (id int PRIMARY KEY, b int REFERENCES big);"
                        + " INSERT INTO big SELECT i, i FROM generate_series(1, 10) i",
                "INSERT INTO big SELECT i, i FROM generate_series(11, 2500) i; DELETE FROM big WHERE id = 2;"
                        + " INSERT INTO small VALUES (1, 12)");

        assertThat(told(difference))
                .containsExactlyInAnyOrder(
                        "inserted public.big 2490 rows", "deleted public.big id 2", "inserted public.small id 1");
        assertThat(difference.limits()).contains("the rows of public.big are taken back together");
        assertThat(byText(difference, "2490 rows").requires())
                .containsExactly(byText(difference, "id 1").number());
    }

    @Test
    void aTableThatIsTooLargeIsNamed() throws SQLException {
        RowDifference difference = large();

        assertThat(difference.items()).isEmpty();
        assertThat(difference.limits()).contains("public.huge has more than 200000 rows and was not compared");
    }

    private RowDifference large() throws SQLException {
        fixture = new LeftFixture(
                server, "CREATE UNLOGGED TABLE huge (id int); INSERT INTO huge SELECT generate_series(1, 200001)");
        return fixture.after("INSERT INTO huge VALUES (0)");
    }

    @Test
    void changesOfTheSchemaAreNamed() throws SQLException {
        fixture = new LeftFixture(
                server,
                "CREATE TABLE a (id int PRIMARY KEY); INSERT INTO a VALUES (1); CREATE TABLE gone (id int);"
                        + " CREATE MATERIALIZED VIEW mv AS SELECT * FROM a");

        RowDifference difference = fixture.after(
                "ALTER TABLE a ADD x int; DROP TABLE gone; INSERT INTO a VALUES (2, 2);"
                        + " CREATE TABLE fresh (id int PRIMARY KEY); INSERT INTO fresh VALUES (7); REFRESH MATERIALIZED VIEW mv");

        assertThat(told(difference)).containsExactly("inserted public.fresh id 7");
        assertThat(difference.limits().orElseThrow())
                .contains(
                        "table public.a was changed",
                        "table public.fresh is new",
                        "table public.gone is gone",
                        "the columns of public.a are others than before",
                        "materialized view public.mv has other rows");
        assertThat(fixture.without(difference, Set.of(0)).get("public.fresh")).isEmpty();
    }

    @Test
    void settingsOfTheDatabaseDoNotDisturb() throws SQLException {
        fixture = new LeftFixture(
                server,
                "CREATE TABLE a (id int PRIMARY KEY, d date, i interval); INSERT INTO a VALUES (1, '2024-03-04', '1 day')");
        String name = fixture.left.database();

        RowDifference difference = fixture.after("UPDATE a SET d = '2024-04-03'; ALTER DATABASE " + name
                + " SET default_transaction_read_only = on; ALTER DATABASE " + name
                + " SET datestyle = 'SQL, DMY'");

        assertThat(told(difference)).containsExactly("updated public.a id 1: d '2024-03-04' → '2024-04-03'");
        assertThat(fixture.without(difference, Set.of(0))).isEqualTo(contents(fixture.before));
        assertThat(difference.limits()).contains("settings of this database is new");
    }
}
