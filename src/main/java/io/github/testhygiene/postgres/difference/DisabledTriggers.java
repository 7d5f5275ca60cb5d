package io.github.testhygiene.postgres.difference;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Keeps triggers and foreign keys from acting while rows are written. A superuser declares the session a replica; other
 * roles take the triggers and the foreign keys of their own tables away, and put them back.
 */
public final class DisabledTriggers {

    private static final String TRIGGERS = """
            SELECT /* test-hygiene */ t.tgrelid::regclass::text, quote_ident(t.tgname), t.tgenabled::text
              FROM pg_trigger t WHERE NOT t.tgisinternal AND t.tgrelid = ANY (?::text[]::regclass[])
               AND t.tgenabled::text = ANY (?::text[])
            """;

    private final List<String> before;
    private final List<String> after;

    private DisabledTriggers(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** For a session that is not in a transaction. */
    static DisabledTriggers of(Connection connection, Collection<String> tables, List<ForeignKey> touched)
            throws SQLException {
        boolean replica = asReplica(connection);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        after.add("SET CONSTRAINTS ALL IMMEDIATE");
        List<String> acting = replica ? List.of("A", "R") : List.of("A", "O");
        try (PreparedStatement query = connection.prepareStatement(TRIGGERS)) {
            query.setArray(1, RowReader.array(connection, tables));
            Array states = RowReader.array(connection, acting);
            query.setArray(2, states);
            try (ResultSet trigger = query.executeQuery()) {
                while (trigger.next()) {
                    String table = "ALTER TABLE " + trigger.getString(1);
                    before.add(table + " DISABLE TRIGGER " + trigger.getString(2));
                    after.add(table + enable(trigger.getString(3)) + trigger.getString(2));
                }
            }
        }
        if (!replica) {
            for (ForeignKey key : touched) {
                String table = "ALTER TABLE " + key.child();
                before.add(table + " DROP CONSTRAINT " + key.name());
                after.add(table + " ADD CONSTRAINT " + key.name() + " " + key.definition());
            }
        }
        return new DisabledTriggers(before, after);
    }

    private static String enable(String state) {
        return switch (state) {
            case "A" -> " ENABLE ALWAYS TRIGGER ";
            case "R" -> " ENABLE REPLICA TRIGGER ";
            default -> " ENABLE TRIGGER ";
        };
    }

    private static boolean asReplica(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            return true;
        } catch (SQLException e) {
            return false; // the role may not
        }
    }

    void begin(Statement statement) throws SQLException {
        for (String sql : before) {
            statement.execute(sql);
        }
    }

    /** Adding a foreign key again checks it. */
    void end(Statement statement) throws SQLException {
        for (String sql : after) {
            statement.execute(sql);
        }
    }
}
