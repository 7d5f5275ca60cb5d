package io.github.testhygiene.recording;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.postgresql.PGConnection;

/** What several sessions do between boundaries; their transactions interleave, and none is open at a boundary. */
record ExactnessScript(List<List<Step>> spans) {

    static final int SESSIONS = 3;

    /** What a session does next. */
    sealed interface Step {

        /** Runs statements, and takes back all of them or none. */
        record Work(int session, List<String> statements, boolean takenBack) implements Step {}

        /** Ends its transaction. */
        record End(int session, boolean commit) implements Step {}
    }

    static Arbitrary<ExactnessScript> any() {
        return ExactnessSchema.tables().flatMap(ExactnessScript::on);
    }

    private static Arbitrary<ExactnessScript> on(Set<String> tables) {
        Arbitrary<Integer> sessions = Arbitraries.integers().between(0, SESSIONS - 1);
        Arbitrary<Boolean> seldom =
                Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)));
        Arbitrary<Step> work = Combinators.combine(
                        sessions,
                        ExactnessSchema.statements(tables).list().ofMinSize(1).ofMaxSize(4),
                        seldom)
                .as(Step.Work::new);
        Arbitrary<Step> end = Combinators.combine(sessions, seldom).as((session, not) -> new Step.End(session, !not));
        Arbitrary<Step> steps = Arbitraries.frequencyOf(Tuple.of(3, work), Tuple.of(1, end));
        return steps.list()
                .ofMinSize(4)
                .ofMaxSize(20)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .map(ExactnessScript::new);
    }

    /** Runs one span, and commits what is open at its end. */
    static void run(List<Step> span, List<Connection> sessions) throws SQLException, IOException {
        for (Step step : span) {
            if (step instanceof Step.Work work) {
                run(work, sessions.get(work.session()));
            } else if (step instanceof Step.End end) {
                end(sessions.get(end.session()), end.commit());
            }
        }
        for (Connection session : sessions) {
            end(session, true);
        }
    }

    private static void run(Step.Work work, Connection session) throws SQLException, IOException {
        Savepoint start = session.setSavepoint();
        for (String sql : work.statements()) {
            Savepoint before = session.setSavepoint();
            try {
                run(sql, session);
            } catch (SQLException e) {
                // A violated constraint, or a row that another session holds: both are part of life.
                session.rollback(before);
            }
        }
        if (work.takenBack()) {
            session.rollback(start);
        } else {
            session.releaseSavepoint(start);
        }
    }

    private static void run(String sql, Connection session) throws SQLException, IOException {
        if (sql.startsWith("COPY")) {
            String lines =
                    "11\tcopied\n12\t\\N\n12\tit's\n".replace("12\tit's", sql.contains("nokey") ? "12\t" : "13\tß");
            session.unwrap(PGConnection.class).getCopyAPI().copyIn(columns(sql), new StringReader(lines));
            return;
        }
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String columns(String sql) {
        return sql.replace("account", "account (id, owner)");
    }

    private static void end(Connection session, boolean commit) throws SQLException {
        if (!commit) {
            session.rollback();
            return;
        }
        try {
            session.commit();
        } catch (SQLException e) {
            // A deferred constraint is violated.
            session.rollback();
        }
    }
}
