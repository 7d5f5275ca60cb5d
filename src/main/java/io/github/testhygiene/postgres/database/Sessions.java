package io.github.testhygiene.postgres.database;

import io.github.testhygiene.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who is connected to a database. */
public final class Sessions {

    private Sessions() {}

    /** One line for each session, such as {@code pid 7, application shop, client 127.0.0.1, idle}. */
    static List<String> list(Statement statement, String database) throws SQLException {
        String query = """
                SELECT concat_ws(', ', 'pid ' || pid,
                              'application ' || coalesce(nullif(application_name, ''), '(no name)'),
                              'client ' || coalesce(host(client_addr), 'local'), coalesce(state, 'state unknown'))
                  FROM pg_stat_activity WHERE datname = %s ORDER BY pid""".formatted(SqlText.literal(database));
        List<String> sessions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                sessions.add(row.getString(1));
            }
        }
        return sessions;
    }
}
