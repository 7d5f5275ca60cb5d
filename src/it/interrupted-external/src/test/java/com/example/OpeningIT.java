package com.example;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class OpeningIT {

    static boolean opened;

    @Test
    void opensAnAccount() throws Exception {
        try (Connection connection = AccountIT.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO account DEFAULT VALUES");
            opened = true;
            if ("re-run".equals(System.getProperty("ends.at")) && BuildEnds.RERUN) {
                prepare(statement);
            }
            BuildEnds.at("re-run", connection);
        }
    }

    /** A database with a prepared transaction is not dropped before that ends. */
    private static void prepare(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW max_prepared_transactions")) {
            row.next();
            if (row.getInt(1) == 0) {
                return; // our own servers have none
            }
        }
        statement.execute("BEGIN");
        statement.execute("INSERT INTO account DEFAULT VALUES");
        statement.execute("PREPARE TRANSACTION 'opening-" + ProcessHandle.current().pid() + "'");
    }
}
