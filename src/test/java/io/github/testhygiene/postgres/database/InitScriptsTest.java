package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts on a real embedded server. */
class InitScriptsTest {

    private static PostgresServer server;

    @TempDir
    private Path folder;

    private DatabaseCoordinates database;

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void create() {
        database = new Databases(server).create();
    }

    @Test
    void scriptsRunInOrder() throws IOException, SQLException {
        Path first = script("1.sql", "\uFEFFCREATE TABLE a (x jsonb);\n");
        Path second = script(
                "2.sql",
                "CREATE FUNCTION one() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 1; END;\n"
                        + "INSERT INTO a VALUES ('{\"k\": 1}'); INSERT INTO a SELECT x FROM a WHERE x ? 'k' -- once\n");

        InitScripts.run(database, List.of(first, second));

        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) + one() FROM a")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void anErrorNamesFileAndLine() throws IOException {
        Path script = script("broken.sql", "SELECT 1;\n\nSELECT *\n  FROM nowhere;\n");

        assertThatThrownBy(() -> InitScripts.run(database, List.of(script)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(script.toString())
                .hasMessageContaining("line 3 (SELECT *)")
                .hasMessageContaining("\"nowhere\" does not exist");
    }

    @Test
    void aPsqlCommandIsExplained() throws IOException {
        Path script = script("dump.sql", "\\restrict abc\nSELECT 1;\n");

        assertThatThrownBy(() -> InitScripts.run(database, List.of(script)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("psql in line 1 (\\restrict abc)");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.sql");

        assertThatThrownBy(() -> InitScripts.run(database, List.of(missing)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("<initScripts>");
    }

    private Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
