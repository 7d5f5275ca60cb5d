package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.text.PlainNumbers;
import java.util.List;
import java.util.Optional;

/** Connections that were opened. Nobody measured how long that took, so they are told as a count. */
final class OpenedConnections implements CauseSearch {

    /** A test that opens so many is likely to start a pool, or to have none. */
    static final long MANY = 5;

    private static final double SHARE_OF_TESTS = 0.1;
    private static final String ADVICE = "Let all tests use one connection pool that stays open.";

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return test.sql()
                .map(OpenedConnections::opened)
                .filter(opened -> opened >= MANY)
                .flatMap(opened -> WeightedCause.count(
                        SlowCause.Kind.CONNECTIONS,
                        PlainNumbers.count(opened, "connection") + " were opened while it ran",
                        ADVICE));
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        List<Long> many = suite.tests().stream()
                .map(OpenedConnections::opened)
                .filter(opened -> opened >= MANY)
                .toList();
        if (many.size() < 2 || many.size() < SHARE_OF_TESTS * suite.tests().size()) {
            return Optional.empty();
        }
        long sum = many.stream().mapToLong(Long::longValue).sum();
        return WeightedCause.count(
                SlowCause.Kind.CONNECTIONS,
                PlainNumbers.count(sum, "connection") + " were opened by " + PlainNumbers.count(many.size()) + " of "
                        + PlainNumbers.count(suite.tests().size(), "test"),
                ADVICE);
    }

    static long opened(TestTimes test) {
        return test.sql().map(OpenedConnections::opened).orElse(0L);
    }

    private static long opened(SqlUse sql) {
        Long connections = sql.connections();
        return connections == null ? 0 : connections;
    }
}
