package io.github.testhygiene.postgres.difference;

import static io.github.testhygiene.postgres.difference.LeftFixture.all;
import static io.github.testhygiene.postgres.difference.LeftFixture.closed;
import static io.github.testhygiene.postgres.difference.LeftFixture.contents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.log.Catalog;
import io.github.testhygiene.postgres.log.CatalogReader;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.RandomText;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows are taken back by a role that may not switch triggers off. */
class OrdinaryRoleTest {

    private static PostgresServer users;
    private static PostgresServer joined;

    @BeforeAll
    static void start() throws SQLException {
        users = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
        joined = LeftFixture.joinAsOrdinaryRole(users);
    }

    @AfterAll
    static void stop() {
        users.close();
    }

    @Test
    void triggersAndCascadesDoNotActAndAreThereAgainAfterwards() throws SQLException {
        try (LeftFixture fixture = new LeftFixture(
                joined,
                "CREATE TABLE c (id int PRIMARY KEY, x int); CREATE TABLE log (x text);"
                        + " CREATE TABLE o (id int PRIMARY KEY, c int REFERENCES c ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);"
                        + " CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (TG_OP);"
                        + " RETURN coalesce(NEW, OLD); END $$;"
                        + " CREATE TRIGGER t BEFORE INSERT OR UPDATE OR DELETE ON c FOR EACH ROW EXECUTE FUNCTION noted();"
                        + " INSERT INTO c VALUES (1, 1), (2, 2); INSERT INTO o VALUES (1, 1), (2, 2)")) {
            RowDifference difference =
                    fixture.after("UPDATE c SET x = 9; INSERT INTO c VALUES (3, 3); DELETE FROM c WHERE id = 2");

            assertThat(fixture.without(difference, all(difference))).isEqualTo(contents(fixture.before));
            Set<Integer> rows = closed(difference, item -> !item.object().equals("public.log"));
            assertThat(fixture.without(difference, rows).get("public.log")).hasSize(6);
            DatabaseCoordinates copy = fixture.databases.copyOf(fixture.left);
            difference.takeBack(rows, copy);
            assertThat(SchemaDifference.between(catalog(fixture.before), catalog(copy)))
                    .isEmpty();
        }
    }

    private static Catalog catalog(DatabaseCoordinates database) throws SQLException {
        try (Connection connection = Connections.open(database)) {
            return CatalogReader.read(connection);
        }
    }

    @Test
    void rowsOfSomebodyElsesTableAreRefused() throws SQLException {
        try (LeftFixture fixture = new LeftFixture(joined, "SELECT 1")) {
            String owner = "owner_" + RandomText.generate(8);
            LeftFixture.execute(
                    users.maintenance().withDatabase(fixture.before.database()),
                    "CREATE ROLE " + owner + "; CREATE TABLE c (id int PRIMARY KEY); ALTER TABLE c OWNER TO " + owner
                            + "; CREATE TABLE o (id int REFERENCES c); GRANT SELECT, INSERT, UPDATE, DELETE ON c, o TO PUBLIC");
            fixture.databases.drop(fixture.left);
            DatabaseCoordinates left = fixture.databases.copyOf(fixture.before);
            LeftFixture.execute(left, "INSERT INTO c VALUES (1)");

            RowDifference difference = RowDifference.between(fixture.before, left);

            assertThat(LeftFixture.told(difference)).containsExactly("inserted public.c id 1");
            assertThatThrownBy(() -> difference.takeBack(Set.of(0), left))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("must be owner of table o");
            assertThat(RowDifference.between(fixture.before, left).items()).hasSize(1);
        }
    }

    @Test
    void whatTheRoleMayNotReadIsNamedAndTheRestIsCompared() throws SQLException {
        try (LeftFixture fixture = new LeftFixture(joined, "CREATE TABLE mine (id int PRIMARY KEY)")) {
            LeftFixture.execute(
                    users.maintenance().withDatabase(fixture.before.database()),
                    "CREATE TABLE closed (id serial PRIMARY KEY); CREATE TABLE secured (id int);"
                            + " ALTER TABLE secured ENABLE ROW LEVEL SECURITY; GRANT SELECT ON secured TO PUBLIC");
            fixture.databases.drop(fixture.left);
            DatabaseCoordinates left = fixture.databases.copyOf(fixture.before);
            LeftFixture.execute(left, "INSERT INTO mine VALUES (1)");

            RowDifference difference = RowDifference.between(fixture.before, left);

            assertThat(LeftFixture.told(difference)).containsExactly("inserted public.mine id 1");
            assertThat(difference.limits().orElseThrow())
                    .contains(
                            "public.closed cannot be read (ERROR: permission denied",
                            "public.secured cannot be read (ERROR: query would be affected by row-level security",
                            "one of the sequences cannot be read");
            difference.takeBack(Set.of(0), left);
            assertThat(RowDifference.between(fixture.before, left).items()).isEmpty();
        }
    }
}
