package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Connects by the names that its own POM exports. */
class LibraryIT {

    @Test
    void seesTheRowsOfTheFirstScript() throws SQLException {
        assertEquals("Alice; or, Through the Looking-Glass", one("SELECT min(title) FROM book"));
    }

    @Test
    void callsTheFunctionOfTheSecond() throws SQLException {
        assertEquals("It's a Battlefield", one("SELECT borrow('2')"));
        assertEquals("none; sorry", one("SELECT borrow('3')"));
    }

    @Test
    void isConnectedAsExported() throws SQLException {
        assertEquals("library", one("SHOW application_name"));
        assertEquals(
                System.getProperty("library.db"),
                System.getProperty("test-hygiene.jdbc.host") + ":" + one("SHOW port") + "/"
                        + one("SELECT current_database()"));
        assertNull(System.getProperty("spring.datasource.url"), "there is no Spring here");
    }

    private static String one(String query) throws SQLException {
        String[] login = System.getProperty("library.login").split("/", 2);
        try (Connection connection = DriverManager.getConnection(System.getProperty("library.url"), login[0], login[1]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
