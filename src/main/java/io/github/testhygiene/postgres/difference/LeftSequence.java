package io.github.testhygiene.postgres.difference;

import io.github.testhygiene.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sequence by which two databases differ.
 *
 * @param name as PostgreSQL writes it, with its schema
 * @param before how it was
 * @param after how it was left
 */
public record LeftSequence(String name, State before, State after) {

    /**
     * Where a sequence stands.
     *
     * @param last the value it gave last, or gives next if it gave none
     * @param called whether it gave that value
     */
    record State(long last, boolean called) {}

    /** Those that both databases have and that stand elsewhere. */
    static List<LeftSequence> between(Connection before, Connection after, List<String> inBefore, List<String> inAfter)
            throws SQLException {
        List<String> both = inAfter.stream().filter(inBefore::contains).toList();
        Map<String, State> was = states(before, both);
        List<LeftSequence> differing = new ArrayList<>();
        states(after, both).forEach((name, state) -> {
            State old = was.get(name);
            if (old != null && !old.equals(state)) {
                differing.add(new LeftSequence(name, old, state));
            }
        });
        return differing;
    }

    private static Map<String, State> states(Connection connection, List<String> names) throws SQLException {
        Map<String, State> states = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                try (ResultSet row =
                        statement.executeQuery("SELECT /* test-hygiene */ last_value, is_called FROM " + name)) {
                    row.next();
                    states.put(name, new State(row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return states;
    }

    /** The way from one state to the other. */
    String text() {
        if (before.last() == after.last()) {
            return before.called() ? after.last() + " used → unused" : after.last() + " unused → used";
        }
        return before.last() + " → " + after.last();
    }

    /** The statement that sets it back. */
    String setBack() {
        return "setval(" + SqlText.literal(name).strip() + ", " + before.last() + ", " + before.called() + ")";
    }
}
