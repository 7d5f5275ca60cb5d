package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Has a server of its own and never looks at the one that the plugin provides. */
class OwnDatabaseIT {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void adds() throws SQLException {
        assertEquals(4, number("SELECT 2 + 2"));
    }

    @Test
    void writes() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE own (id int)");
            statement.execute("INSERT INTO own VALUES (1)");
        }

        assertEquals(1, number("SELECT count(*) FROM own"));
    }

    /** Takes its time on the server, though not on the provided one. */
    @Test
    void waitsInItsOwnDatabase() throws SQLException {
        assertEquals(1, number("SELECT 1 FROM pg_sleep(0.6)"));
    }

    private static int number(String query) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
