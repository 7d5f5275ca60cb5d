package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.text.PlainNumbers;
import java.util.Optional;

/** The server's own work, apart from the schema. */
final class ServerTime implements CauseSearch {

    private static final int MANY_CALLS = 20;

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return test.sql().flatMap(sql -> {
            double part = TimeSplit.of(test.total().millis(), sql).server();
            return WeightedCause.time(
                    SlowCause.Kind.SERVER,
                    part,
                    test.total(),
                    message(part, test.total(), sql.statements() - sql.ddl()),
                    advice(sql));
        });
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        double part = suite.split().server();
        long statements =
                suite.sql().mapToLong(sql -> sql.statements() - sql.ddl()).sum();
        return WeightedCause.time(
                SlowCause.Kind.SERVER,
                part,
                suite.total(),
                message(part, suite.total(), statements),
                "Begin with the tests that take longest: look at the plans of their statements with EXPLAIN,"
                        + " and let them work on fewer rows.");
    }

    private static String message(double part, ExplainedTime total, long statements) {
        return "the server works " + total.phrase(part) + ", on "
                + PlainNumbers.count(Math.max(0, statements), "statement");
    }

    private static String advice(SqlUse sql) {
        SqlUse.Repeated repeated = sql.repeated();
        if (repeated != null && repeated.calls() > MANY_CALLS && repeated.calls() * 2 >= sql.statements()) {
            return "Ask once instead of " + PlainNumbers.count(repeated.calls()) + " times: "
                    + PlainNumbers.query(repeated.query());
        }
        return "Look at the plans of its statements with EXPLAIN: add the index that is missing,"
                + " or let the test work on fewer rows.";
    }
}
