package io.github.testhygiene.postgres.database;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.server.ExternalLogin;
import io.github.testhygiene.postgres.server.ExternalServer;
import io.github.testhygiene.postgres.server.JdbcUrl;
import io.github.testhygiene.process.Life;
import io.github.testhygiene.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Drops what builds have left on a server that outlives them: databases and roles whose owner is proven to have ended,
 * and those whose owner is unknown if nobody is connected and they are old. What the user asked to keep stays.
 */
public final class LeftoverDatabases {

    /** How old a session of an unknown owner must be: no build lasts that long. */
    public static final Duration LIMIT = Duration.ofDays(1);

    /** How the comment of a database begins that stays until the user drops it. */
    static final String KEPT = "Kept by test-hygiene";

    private static final String QUERY = """
            SELECT /* test-hygiene */ 'DATABASE', d.datname, coalesce(shobj_description(d.oid, 'pg_database'), ''),
                   EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
              FROM pg_database d WHERE starts_with(d.datname, '%1$s')
             UNION ALL
            SELECT 'ROLE', r.rolname, '', EXISTS (SELECT FROM pg_stat_activity a WHERE a.usesysid = r.oid)
              FROM pg_roles r WHERE starts_with(r.rolname, '%1$s') AND r.rolname <> current_user
             ORDER BY 1, 2""".formatted(OwnNames.PREFIX);

    private final DatabaseCoordinates maintenance;
    private final Duration limit;
    private final Instant now;

    private LeftoverDatabases(DatabaseCoordinates maintenance, Duration limit, Instant now) {
        this.maintenance = maintenance;
        this.limit = limit;
        this.now = now;
    }

    /**
     * What was found on a server.
     *
     * @param dropped what was dropped, such as {@code database test_hygiene_…}
     * @param refused what should have been dropped, and why it is still there
     * @param spared what was not touched, and why
     */
    public record Result(List<String> dropped, List<Remainder> refused, List<Remainder> spared) {

        /** Copies the lists. */
        public Result {
            dropped = List.copyOf(dropped);
            refused = List.copyOf(refused);
            spared = List.copyOf(spared);
        }
    }

    /**
     * Something that is still there.
     *
     * @param what such as {@code database test_hygiene_…}
     * @param reason why, as a part of a sentence
     * @param command the statement that drops it
     */
    public record Remainder(String what, String reason, String command) {

        @Override
        public String toString() {
            return what + " (" + reason + "): " + command;
        }
    }

    private record Candidate(String kind, String name, String comment, boolean connected) {

        String what() {
            return kind.toLowerCase(java.util.Locale.ROOT) + " " + name;
        }

        String command() {
            return kind.equals("DATABASE") ? dropCommand(name) : "DROP ROLE " + SqlText.identifier(name);
        }
    }

    /** The statement with which a person drops a database. */
    static String dropCommand(String database) {
        return "DROP DATABASE " + SqlText.identifier(database) + " WITH (FORCE)";
    }

    /**
     * Drops what builds left that have ended.
     *
     * @param login how to reach the server, as a role that may drop it
     * @param limit how long ago a session must have begun whose owner is unknown
     * @return what was found
     * @throws ProblemException if the server cannot be used
     */
    public static Result drop(ExternalLogin login, Duration limit) {
        DatabaseCoordinates maintenance = JdbcUrl.coordinates(login);
        try {
            return drop(maintenance, limit);
        } catch (SQLException e) {
            throw new ProblemException(ExternalServer.problem(maintenance, e), e);
        }
    }

    /**
     * Drops what builds left that have ended.
     *
     * @param maintenance where a role logs in that may drop it
     * @param limit how long ago a session must have begun whose owner is unknown
     * @return what was found
     * @throws SQLException if the server does not say what there is
     */
    public static Result drop(DatabaseCoordinates maintenance, Duration limit) throws SQLException {
        return new LeftoverDatabases(maintenance, limit, Instant.now()).drop();
    }

    /**
     * Drops what builds left that were killed, and logs it. What cannot be dropped hinders no build, so it is only logged.
     *
     * @param maintenance where a role logs in that may drop it
     * @param log takes a sentence for what was dropped, and one for each thing that was not
     */
    public static void dropAndLog(DatabaseCoordinates maintenance, Consumer<String> log) {
        try {
            Result result = drop(maintenance, LIMIT);
            if (!result.dropped().isEmpty()) {
                log.accept("Dropped what builds left on the server that have ended: "
                        + String.join(", ", result.dropped()));
            }
            result.refused()
                    .forEach(each ->
                            log.accept(ServerAdvice.notCleaned(each.toString()).text()));
        } catch (SQLException e) {
            log.accept(ServerAdvice.notCleaned(String.valueOf(e.getMessage())).text());
        }
    }

    private Result drop() throws SQLException {
        List<String> dropped = new ArrayList<>();
        List<Remainder> refused = new ArrayList<>();
        List<Remainder> spared = new ArrayList<>();
        try (AdminConnections admin = new AdminConnections(maintenance)) {
            DatabaseRemoval removal = new DatabaseRemoval(admin, maintenance);
            for (Candidate candidate : admin.call(LeftoverDatabases::candidates)) {
                String reason = whyNot(candidate);
                if (!reason.isEmpty()) {
                    spared.add(new Remainder(candidate.what(), reason, candidate.command()));
                    continue;
                }
                try {
                    if (candidate.kind().equals("DATABASE")) {
                        removal.remove(candidate.name());
                    } else {
                        admin.call(statement ->
                                statement.execute("DROP ROLE IF EXISTS " + SqlText.identifier(candidate.name())));
                    }
                    dropped.add(candidate.what());
                } catch (SQLException e) {
                    refused.add(new Remainder(candidate.what(), String.valueOf(e.getMessage()), candidate.command()));
                }
            }
        }
        return new Result(dropped, refused, spared);
    }

    private static List<Candidate> candidates(java.sql.Statement statement) throws SQLException {
        List<Candidate> candidates = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                candidates.add(new Candidate(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            }
        }
        return candidates;
    }

    /** Why something stays; empty if it is to be dropped. */
    private String whyNot(Candidate candidate) {
        if (candidate.comment().startsWith(KEPT)) {
            return "kept as you asked";
        }
        OwnedName name = OwnedName.parse(candidate.name()).orElse(null);
        Life life = name == null ? Life.UNKNOWN : name.owner().life();
        if (life == Life.RUNS) {
            return "its build still runs, as process "
                    + (name == null ? 0 : name.owner().pid());
        }
        if (life == Life.ENDED) {
            return "";
        }
        if (candidate.connected()) {
            return "sessions are connected, and its build may still run";
        }
        if (name == null) {
            return limit.isZero() ? "" : "its name does not say which build created it";
        }
        return name.since().plus(limit).isAfter(now)
                ? "a build on another machine, or of another user, created it since " + name.since()
                : "";
    }
}
