package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What one query tells of a server.
 *
 * @param version the server's version
 * @param capabilities what our role can do there
 */
public record ServerInspection(ServerVersion version, ServerCapabilities capabilities) {

    private static final Duration LIMIT = Duration.ofSeconds(Connections.LOGIN_TIMEOUT_SECONDS);

    // pg_stat_statements.max is known only to a server that preloads the library; reading
    // shared_preload_libraries itself is refused to ordinary roles.
    private static final String QUERY = """
            SELECT current_setting('server_version_num')::int,
                   r.rolsuper OR r.rolcreatedb,
                   r.rolsuper OR r.rolreplication,
                   current_setting('wal_level') = 'logical',
                   EXISTS (SELECT FROM pg_settings WHERE name = 'pg_stat_statements.max')
                       AND EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_stat_statements')
              FROM pg_roles r WHERE r.rolname = current_user""";

    static ServerInspection of(DatabaseCoordinates database) throws SQLException {
        try (Connection connection = Connections.openFor(database, LIMIT)) {
            return of(connection);
        }
    }

    static ServerInspection of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerInspection(
                    new ServerVersion(row.getInt(1)),
                    new ServerCapabilities(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)));
        }
    }
}
