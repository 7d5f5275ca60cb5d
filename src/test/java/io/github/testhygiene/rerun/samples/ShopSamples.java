package io.github.testhygiene.rerun.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Tests of a shop with a database; nested here so that they run only when they are asked for. */
public final class ShopSamples {

    private ShopSamples() {}

    public static class Importing {
        @Test
        void imports() throws SQLException {
            try (Connection connection = DriverManager.getConnection(System.getProperty("sample.url"));
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO orders VALUES (17, 'x');"
                        + " INSERT INTO audit_log SELECT 'noise ' || i FROM generate_series(1, 3) i");
            }
        }
    }

    public static class Totals {
        @Test
        void countsOrders() throws SQLException {
            try (Connection connection = DriverManager.getConnection(System.getProperty("sample.url"));
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM orders")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }
}
