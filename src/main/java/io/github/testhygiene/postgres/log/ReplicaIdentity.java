package io.github.testhygiene.postgres.log;

import io.github.testhygiene.postgres.database.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Has PostgreSQL write whole old rows into its log. Tables that cannot be had at once are left as they are, and all are if
 * somebody else reads the log: a subscriber may rely on what stands there now.
 */
public final class ReplicaIdentity {

    private static final String FULL = """
            DO /* test-hygiene */ $full$
            DECLARE
              one record;
            BEGIN
              IF EXISTS (SELECT FROM pg_publication) OR EXISTS (SELECT FROM pg_replication_slots
                  WHERE slot_type = 'logical' AND database = current_database() AND NOT starts_with(slot_name, '%s'))
              THEN
                RETURN;
              END IF;
              PERFORM set_config('lock_timeout', '50ms', true);
              FOR one IN SELECT t.oid::regclass AS name FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
                WHERE t.relkind = 'r' AND t.relpersistence = 'p' AND t.relreplident <> 'f'
                AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND pg_has_role(t.relowner, 'USAGE')
                AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = t.oid AND d.deptype = 'e')
              LOOP
                BEGIN
                  EXECUTE 'ALTER TABLE ' || one.name || ' REPLICA IDENTITY FULL';
                EXCEPTION WHEN OTHERS THEN
                  CONTINUE;
                END;
              END LOOP;
            END $full$
            """.formatted(ChangeLog.PREFIX);

    private static final String TABLES = """
            SELECT /* test-hygiene */ quote_ident(n.nspname) || '.' || quote_ident(t.relname)
            FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE t.relkind = 'r' AND t.relpersistence = 'p' AND t.relreplident = 'f'
            """;

    private static final String ANNOUNCE = "SELECT /* test-hygiene */ pg_logical_emit_message(false, '"
            + DecodedChanges.COMPLETE + "', name) FROM unnest(?) AS name";

    private final Connection connection;
    private final Set<String> announced = new HashSet<>();

    ReplicaIdentity(Connection connection) {
        this.connection = connection;
    }

    /**
     * Alters the tables that are not altered yet, and writes into the log whose old rows are complete from here on. That is
     * true to the row: to be altered, a table must be free of everybody else's uncommitted changes.
     */
    void makeFull() throws SQLException {
        Transactions.run(connection, statement -> {
            statement.execute(FULL);
            Set<String> tables = full(statement);
            tables.removeAll(announced);
            if (!tables.isEmpty()) {
                announce(tables);
                announced.addAll(tables);
            }
        });
    }

    private static Set<String> full(Statement statement) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void announce(Set<String> tables) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            statement.execute();
        }
    }
}
