package io.github.testhygiene.timing;

import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.text.PlainNumbers;
import io.github.testhygiene.text.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema, made or changed by tests and fixtures. */
final class SchemaTime implements CauseSearch {

    private static final String AGAIN = "Create it once and roll back instead.";
    private static final String ONCE = "Make this change once, before the tests.";

    private final Map<String, Remade> byClass = new HashMap<>();

    /** How many tests make the schema, and in what time. */
    private record Remade(int tests, double millis, double ofMillis) {

        static final Remade NEVER = new Remade(0, 0, 0);

        Remade plus(TestTimes test) {
            double schema = test.split().orElse(TimeSplit.NOTHING).schema();
            return new Remade(
                    tests + 1, millis + schema, ofMillis + test.total().millis());
        }
    }

    /** Knows which tests of a class do the same; the tests stand in an order that does not change. */
    SchemaTime(List<TestTimes> tests) {
        tests.stream()
                .filter(SchemaTime::changesSchema)
                .forEach(
                        test -> byClass.merge(test.className(), Remade.NEVER.plus(test), (all, one) -> all.plus(test)));
    }

    private static boolean changesSchema(TestTimes test) {
        return test.sql().filter(sql -> sql.ddl() > 0).isPresent();
    }

    @Override
    public Optional<WeightedCause> inTest(TestTimes test) {
        return test.sql().flatMap(sql -> {
            double part = TimeSplit.of(test.total().millis(), sql).schema();
            boolean once = sql.ddl() == 1;
            return WeightedCause.time(
                    SlowCause.Kind.SCHEMA,
                    part,
                    test.total(),
                    (once ? "1 DDL statement takes " : "schema re-created with " + statements(sql) + ": ")
                            + test.total().phrase(part)
                            + siblings(test),
                    once ? ONCE : AGAIN);
        });
    }

    private static String statements(SqlUse sql) {
        return PlainNumbers.count(sql.ddl(), "DDL statement");
    }

    private String siblings(TestTimes test) {
        Remade all = byClass.getOrDefault(test.className(), Remade.NEVER);
        if (all.tests() < 2) {
            return "";
        }
        return "; in " + PlainNumbers.count(all.tests()) + " tests of " + Wording.simpleName(test.className())
                + " together " + new ExplainedTime(all.ofMillis(), 0, "").phrase(all.millis());
    }

    @Override
    public Optional<WeightedCause> inSuite(SuiteTimes suite) {
        long tests = suite.tests().stream().filter(SchemaTime::changesSchema).count();
        long classes = suite.fixtures().stream()
                .filter(fixture ->
                        SuiteTimes.sql(fixture).filter(sql -> sql.ddl() > 0).isPresent())
                .count();
        double part = suite.split().schema();
        boolean again = tests + classes > 1;
        return WeightedCause.time(
                SlowCause.Kind.SCHEMA,
                part,
                suite.total(),
                (again ? "schema re-created " + before(tests, classes) : "DDL statements of one test or class take")
                        + (again ? ": " : " ")
                        + suite.total().phrase(part),
                again ? AGAIN : "Create the schema once before the tests, as in pre-integration-test.");
    }

    private static String before(long tests, long classes) {
        String ofClasses = classes == 1 ? "1 class" : PlainNumbers.count(classes) + " classes";
        if (tests == 0) {
            return "before each of " + ofClasses;
        }
        String ofTests = PlainNumbers.count(tests, "test");
        return classes == 0 ? "before each of " + ofTests : "before " + ofTests + " and " + ofClasses;
    }
}
