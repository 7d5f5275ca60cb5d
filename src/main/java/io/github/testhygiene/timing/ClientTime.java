package io.github.testhygiene.timing;

import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SqlUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Time that the server spends neither on statements nor on the schema. It is named only of classes that used the provided
 * database: what another class does in its time was not observed, and that may be the work of a database of its own. What
 * a framework's start explains is not told twice.
 */
final class ClientTime implements CauseSearch {

    private static final String WHAT = ": sleeping, polling, computing, or calls to other services";
    private static final String ADVICE =
            "Wait for a condition instead of a fixed time, and replace slow services by stubs;"
                    + " a profiler shows what is left.";

    private final FrameworkStart starts;
    private final Set<String> served = new HashSet<>();

    ClientTime(FrameworkStart starts, List<TestTimes> tests, List<FixtureEvidence> fixtures) {
        this.starts = starts;
        tests.stream()
                .filter(test -> test.sql().filter(ClientTime::uses).isPresent())
                .forEach(test -> served.add(topLevel(test.className())));
        fixtures.stream()
                .filter(fixture ->
                        SuiteTimes.sql(fixture).filter(ClientTime::uses).isPresent())
                .forEach(fixture -> served.add(topLevel(fixture.className())));
    }

    /** A session is enough; where sessions are not counted, nothing but a statement shows one for certain. */
    private static boolean uses(SqlUse sql) {
        return sql.statements() > 0 || (sql.connections() != null && sql.reached());
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }

    private boolean isServed(String className) {
        return served.contains(topLevel(className));
    }

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return test.split()
                .filter(split -> isServed(test.className()))
                .flatMap(split -> cause(
                        split.client(),
                        starts.inTest(test),
                        test.total(),
                        " pass outside the provided database" + WHAT));
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        double client = Stream.concat(
                        suite.tests().stream()
                                .filter(test -> isServed(test.className()))
                                .flatMap(test -> test.split().stream()),
                        suite.fixtures().stream()
                                .filter(fixture -> isServed(fixture.className()))
                                .flatMap(fixture -> SuiteTimes.split(fixture).stream()))
                .mapToDouble(TimeSplit::client)
                .sum();
        return cause(
                client,
                starts.inSuite(suite),
                suite.total(),
                " pass in tests and fixtures outside the provided database" + WHAT);
    }

    private static Optional<WeightedCause> cause(
            double client, Optional<WeightedCause> start, ExplainedTime total, String what) {
        double explained = start.map(each -> each.share() * total.millis()).orElse(0.0);
        double part = client - explained;
        String message = (explained > 0 ? "a further " : "") + total.phrase(part) + what;
        return WeightedCause.time(SlowCause.Kind.CLIENT, part, total, message, ADVICE);
    }
}
