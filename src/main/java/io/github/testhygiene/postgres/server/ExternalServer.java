package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.ServerVersion;
import io.github.testhygiene.sql.SqlStates;
import java.sql.SQLException;
import java.util.function.Consumer;

/** The user's own server: joined, never stopped. */
public final class ExternalServer implements PostgresServer {

    private final ServerFacts facts;

    private ExternalServer(ServerFacts facts) {
        this.facts = facts;
    }

    /**
     * Checks that the server can be used, and says what will be missing.
     *
     * @param login how to reach it
     * @param log takes a sentence if changes cannot be recorded on it
     * @return the server
     * @throws ProblemException if it does not answer, is too old, or if the role may not create databases
     */
    public static ExternalServer join(ExternalLogin login, Consumer<String> log) {
        DatabaseCoordinates maintenance = JdbcUrl.coordinates(login);
        ServerInspection inspection = inspect(maintenance);
        check(maintenance, inspection);
        ServerCapabilities can = inspection.capabilities();
        if (!can.recordsChanges()) {
            log.accept(ServerAdvice.noChangeLog(maintenance.username(), can.replicates(), can.logicalWal())
                    .text());
        }
        return new ExternalServer(new ServerFacts(Provider.EXTERNAL, null, maintenance, inspection));
    }

    /** Refuses a server that is too old, and a role that may not create databases. */
    static void check(DatabaseCoordinates maintenance, ServerInspection inspection) {
        String url = maintenance.shownUrl();
        if (!inspection.version().supported()) {
            throw new ProblemException(DatabaseAdvice.versionTooOld(
                    "The server at " + url, inspection.version().toString(), ServerVersion.OLDEST_MAJOR));
        }
        if (!inspection.capabilities().createsDatabases()) {
            throw new ProblemException(ServerAdvice.mayNotCreateDatabases(url, maintenance.username()));
        }
    }

    private static ServerInspection inspect(DatabaseCoordinates maintenance) {
        try {
            return ServerInspection.of(maintenance);
        } catch (SQLException e) {
            throw new ProblemException(problem(maintenance, e), e);
        }
    }

    /** Says why a server cannot be used. */
    public static Problem problem(DatabaseCoordinates maintenance, SQLException e) {
        String url = maintenance.shownUrl();
        String reason = String.valueOf(e.getMessage());
        if (SqlStates.loginRefused(e)) {
            return ServerAdvice.loginRefused(url, maintenance.username(), reason);
        }
        if (SqlStates.noSuchDatabase(e)) {
            return ServerAdvice.noSuchDatabase(url, reason);
        }
        if (SqlStates.unreachable(e)) {
            return ServerAdvice.unreachable(url, Connections.CONNECT_TIMEOUT_SECONDS, reason);
        }
        return ServerAdvice.notUsable(url, reason);
    }

    @Override
    public ServerFacts facts() {
        return facts;
    }

    /** Does nothing: the server is not ours. */
    @Override
    public void close() {
        // The server is the user's.
    }
}
