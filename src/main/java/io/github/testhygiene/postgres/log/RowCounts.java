package io.github.testhygiene.postgres.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Counts the rows of tables. */
public final class RowCounts {

    private RowCounts() {}

    /** By name; a table that is gone, locked, or not ours to read is missing: its number of rows is unknown. */
    static Map<String, Long> count(Connection connection, Set<String> tables) {
        Map<String, Long> counts = new HashMap<>();
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT /* test-hygiene */ count(*) FROM ONLY " + table)) {
                row.next();
                counts.put(table, row.getLong(1));
            } catch (SQLException e) {
                counts.remove(table);
            }
        }
        return counts;
    }
}
