package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import java.util.Optional;

/** Time that the server spends neither on statements nor on the schema. What a framework's start explains is not told twice. */
final class ClientTime implements CauseSearch {

    private static final String WHAT = ": sleeping, polling, computing, or calls to other services";
    private static final String ADVICE =
            "Wait for a condition instead of a fixed time, and replace slow services by stubs;"
                    + " a profiler shows what is left.";

    private final FrameworkStart starts;

    ClientTime(FrameworkStart starts) {
        this.starts = starts;
    }

    @Override
    public Optional<Weighed> inTest(TestTimes test) {
        return test.split()
                .flatMap(split ->
                        cause(split.client(), starts.inTest(test), test.total(), " pass without the database" + WHAT));
    }

    @Override
    public Optional<Weighed> inSuite(SuiteTimes suite) {
        return cause(
                suite.split().client(),
                starts.inSuite(suite),
                suite.total(),
                " pass in tests and fixtures without the database" + WHAT);
    }

    private static Optional<Weighed> cause(double client, Optional<Weighed> start, Total total, String what) {
        double explained = start.map(each -> each.share() * total.millis()).orElse(0.0);
        double part = client - explained;
        String message = (explained > 0 ? "a further " : "") + total.phrase(part) + what;
        return Weighed.time(SlowCause.Kind.CLIENT, part, total, message, ADVICE);
    }
}
