package io.github.testhygiene.postgres.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Random changes in a small shop, of which all or some are taken back. */
class RowDifferencePropertiesTest {

    private static final String SCHEMA = """
            CREATE TABLE region (id int PRIMARY KEY, name text UNIQUE);
            CREATE TABLE person (id int PRIMARY KEY, region int REFERENCES region ON DELETE SET NULL ON UPDATE CASCADE,
                boss int REFERENCES person ON DELETE CASCADE, mail text);
            CREATE UNIQUE INDEX ON person (lower(mail)) WHERE mail <> 'none';
            CREATE TABLE orders (person int REFERENCES person ON DELETE CASCADE ON UPDATE CASCADE, no int,
                region text REFERENCES region (name) ON UPDATE CASCADE, PRIMARY KEY (no, person)) PARTITION BY LIST (no);
            CREATE TABLE orders_low PARTITION OF orders FOR VALUES IN (1, 2, 3);
            CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
            CREATE TABLE line (no int, person int, article text, n numeric(6, 1),
                FOREIGN KEY (person, no) REFERENCES orders (person, no) ON DELETE CASCADE ON UPDATE CASCADE);
            CREATE TABLE counted (id bigserial PRIMARY KEY, line text);
            CREATE SEQUENCE loose INCREMENT -3 CYCLE MINVALUE -10 MAXVALUE 0;
            """;

    private static final List<List<String>> KEYS = List.of(
            List.of("person", "c.region", "region", "p.id"),
            List.of("person", "c.boss", "person", "p.id"),
            List.of("orders", "c.person", "person", "p.id"),
            List.of("orders", "c.region", "region", "p.name"),
            List.of("line", "c.person, c.no", "orders", "p.person, p.no"));

    /** Each with up to four numbers from 1 to 6; many are refused, as they are for a test. */
    private static final List<String> CHANGES = List.of(
            "INSERT INTO region VALUES (%d, 'r%d')",
            "UPDATE region SET id = %d WHERE id = %d",
            "UPDATE region SET name = 'r%d' WHERE id = %d",
            "DELETE FROM region WHERE id = %d",
            "INSERT INTO person VALUES (%d, %d, %d, 'm%d')",
            "INSERT INTO person VALUES (%1$d, %2$d, %1$d, 'M%3$d')",
            "INSERT INTO person VALUES (%d, null, null, 'none')",
            "UPDATE person SET region = %d, mail = 'm%d' WHERE id = %d",
            "UPDATE person SET boss = %d WHERE id = %d",
            "UPDATE person SET id = %d WHERE id = %d",
            "DELETE FROM person WHERE id = %d",
            "INSERT INTO orders VALUES (%d, %d, 'r%d')",
            "UPDATE orders SET no = %d WHERE person = %d",
            "UPDATE orders SET region = null WHERE person = %d",
            "DELETE FROM orders WHERE no = %d",
            "INSERT INTO line VALUES (%d, %d, 'a%d', %d)",
            "INSERT INTO line SELECT no, person, 'a', 1 FROM orders WHERE no = %d",
            "DELETE FROM line WHERE ctid = (SELECT min(ctid) FROM line WHERE no = %d)",
            "UPDATE line SET n = n + 0.5 WHERE no = %d",
            "INSERT INTO counted (line) VALUES ('x%d')",
            "DELETE FROM counted WHERE id = %d",
            "SELECT nextval('loose')",
            "SELECT setval('counted_id_seq', %d, false)");

    private static PostgresServer server;
    private static PostgresServer joined;

    @BeforeContainer
    static void start() throws SQLException {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
        joined = LeftFixture.joinAsOrdinaryRole(server);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 20)
    void whatIsTakenBackIsAsItWasAndEveryForeignKeyHolds(@ForAll long seed) throws SQLException {
        takeBack(server, seed);
    }

    @Property(tries = 8)
    void anOrdinaryRoleTakesBackJustTheSame(@ForAll long seed) throws SQLException {
        takeBack(joined, seed);
    }

    private static void takeBack(PostgresServer server, long seed) throws SQLException {
        Random random = new Random(seed);
        try (LeftFixture fixture = new LeftFixture(server, SCHEMA)) {
            change(fixture.before, random, 60);
            fixture.databases.drop(fixture.left);
            DatabaseCoordinates left = fixture.databases.copyOf(fixture.before);
            change(left, random, 5 + random.nextInt(30));
            RowDifference difference = RowDifference.between(fixture.before, left);

            DatabaseCoordinates all = fixture.databases.copyOf(left);
            difference.takeBack(LeftFixture.all(difference), all);
            assertThat(LeftFixture.contents(all)).isEqualTo(LeftFixture.contents(fixture.before));

            for (int i = 0; i < 4; i++) {
                int oneIn = 1 + random.nextInt(6);
                Set<Integer> some = LeftFixture.closed(difference, item -> random.nextInt(oneIn) == 0);
                DatabaseCoordinates copy = fixture.databases.copyOf(left);
                difference.takeBack(some, copy);
                LeftFixture.everyForeignKeyHolds(copy, KEYS);
                // What is left to differ is what was not taken back.
                assertThat(told(RowDifference.between(fixture.before, copy)))
                        .containsExactlyInAnyOrderElementsOf(difference.items().stream()
                                .filter(item -> !some.contains(item.number()))
                                .map(item -> item.kind() + item.object() + item.text())
                                .toList());
            }
        }
    }

    private static List<String> told(RowDifference difference) {
        return difference.items().stream()
                .map(item -> item.kind() + item.object() + item.text())
                .toList();
    }

    private static void change(DatabaseCoordinates database, Random random, int changes) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < changes; i++) {
                String sql = String.format(
                        CHANGES.get(random.nextInt(CHANGES.size())),
                        random.ints(4, 1, 7).boxed().toArray());
                tryTo(statement, sql);
            }
        }
    }

    private static void tryTo(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            // A refused change is none; anything else is a mistake in this test.
            assertThat(e.getSQLState()).as(sql).startsWith("23");
        }
    }
}
