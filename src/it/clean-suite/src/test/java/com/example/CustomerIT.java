package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Commits a table, and takes it back. */
class CustomerIT {

    @Test
    void isStored() throws SQLException {
        try (Connection connection = Database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (name text)");
            statement.execute("INSERT INTO customer VALUES ('ada')");

            assertEquals(1, Database.number(connection, "SELECT count(*) FROM customer"));

            statement.execute("DROP TABLE customer");
        }
    }
}
