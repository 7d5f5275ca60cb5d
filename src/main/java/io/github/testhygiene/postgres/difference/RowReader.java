package io.github.testhygiene.postgres.difference;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of tables as text, in a session whose texts are the same for every database. */
public final class RowReader implements AutoCloseable {

    /** An expression: the whole row, as a text that can be cast to the table's type. */
    static final String WHOLE_ROW = "(test_hygiene_row.*)::text";

    /** An expression: 128 bits that tell two rows apart. */
    static final String DIGEST =
            "hashtextextended(" + WHOLE_ROW + ", 0) || ' ' || hashtextextended(" + WHOLE_ROW + ", 1)";

    private static final String SESSION = """
            SET statement_timeout = 0; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC'; SET bytea_output = 'hex';
            SET extra_float_digits = 1; SET lc_monetary = 'C'; SET row_security = off;
            SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET client_min_messages = error;
            SET quote_all_identifiers = off; SET default_transaction_read_only = off; SET synchronous_commit = off
            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;

    RowReader(Connection connection) throws SQLException {
        this.connection = connection;
        prepare(connection);
        // Only in a transaction does the driver read row by row.
        connection.setAutoCommit(false);
    }

    /** Takes a row's values. */
    @FunctionalInterface
    interface Sink {

        /** The row's place, and the value of each expression; null for null. */
        void accept(String place, List<@Nullable String> values) throws SQLException;
    }

    /** Makes the texts of values independent of the database's settings. */
    static void prepare(Connection connection) throws SQLException {
        try (PreparedStatement settings = connection.prepareStatement(SESSION)) {
            settings.execute();
        }
    }

    Connection connection() {
        return connection;
    }

    /** Reads expressions about every row. */
    void all(ComparedTable table, List<String> expressions, Sink sink) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(select(table, expressions))) {
            read(query, expressions.size(), sink);
        }
    }

    /** Reads expressions about the rows at some places, in no certain order. */
    void at(ComparedTable table, Collection<String> places, List<String> expressions, Sink sink) throws SQLException {
        String sql = select(table, expressions) + " WHERE ctid = ANY (?::text[]::tid[])";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, array(connection, places));
            read(query, expressions.size(), sink);
        }
    }

    static Array array(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static String select(ComparedTable table, List<String> expressions) {
        return expressions.stream()
                .map(expression -> ", (" + expression + ")::text")
                .collect(Collectors.joining(
                        "",
                        "SELECT /* test-hygiene */ ctid::text",
                        " FROM ONLY " + table.name() + " AS test_hygiene_row"));
    }

    private static void read(PreparedStatement query, int expressions, Sink sink) throws SQLException {
        query.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                List<@Nullable String> values = new ArrayList<>(expressions);
                for (int i = 0; i < expressions; i++) {
                    values.add(rows.getString(i + 2));
                }
                sink.accept(rows.getString(1), values);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
