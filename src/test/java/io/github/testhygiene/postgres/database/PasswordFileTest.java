package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.difference.LeftFixture;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.sql.SqlText;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** The tests' driver, which is told no password, on an embedded server that plays the user's own. */
class PasswordFileTest {

    private static PostgresServer server;

    @TempDir
    private Path folder;

    private final String before = System.getProperty(PasswordFile.PROPERTY);

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void forgetTheFile() {
        if (before == null) {
            System.clearProperty(PasswordFile.PROPERTY);
        } else {
            System.setProperty(PasswordFile.PROPERTY, before);
        }
    }

    @Test
    void theDriverTakesThePasswordFromTheFile() throws SQLException, IOException {
        String password = "a:b\\c 'd";
        LeftFixture.execute(
                server.maintenance(), "CREATE ROLE \"of the team\" LOGIN PASSWORD " + SqlText.literal(password));
        DatabaseCoordinates maintenance = server.maintenance();
        DatabaseCoordinates login = new DatabaseCoordinates(
                maintenance.host(), maintenance.port(), maintenance.database(), "of the team", password, "");

        System.setProperty(
                PasswordFile.PROPERTY, PasswordFile.write(folder, login).toString());

        assertThat(currentUser(login)).isEqualTo("of the team");
    }

    private static String currentUser(DatabaseCoordinates login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.username());
        try (Connection connection = new Driver().connect(login.jdbcUrl(), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            row.next();
            return row.getString(1);
        }
    }
}
