package io.github.testhygiene.report;

import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.SqlUse.Repeated;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestEntry.Durations;
import io.github.testhygiene.model.TestEntry.Evidence;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The tests of a large suite, 20 a class and 200 a package. */
final class LargeTests {

    private static final List<String> AREAS =
            List.of("billing", "catalog", "checkout", "inventory", "mail", "reporting", "shipping", "users");
    private static final List<String> NOUNS = List.of(
            "Order", "Invoice", "Customer", "Stock", "Voucher", "Parcel", "Account", "Price", "Audit", "Export");
    private static final List<String> VERBS = List.of(
            "stores", "finds", "counts", "rejects", "updates", "sorts", "merges", "restores", "lists", "closes");
    private static final List<String> OBJECTS = List.of("ById", "ByName", "OfTheLastYear", "WithoutLines", "Twice");

    /** How many tests of 10,000 have a verdict that somebody has to look at. */
    private static final Map<VerdictKind, Integer> SHARES = Map.of(
            VerdictKind.VICTIM, 50,
            VerdictKind.BRITTLE, 15,
            VerdictKind.NON_IDEMPOTENT, 10,
            VerdictKind.FLAKY, 8,
            VerdictKind.FAILING, 4,
            VerdictKind.SKIPPED, 90,
            VerdictKind.UNCHECKED, 120);

    private static final Evidence NO_RUNS = new Evidence(0, 0, 0, 0);
    private static final Durations NO_TIME = new Durations(null, 0, 0, 0, null);

    private final int size;
    private final Random random = new Random(42);

    LargeTests(int size) {
        this.size = size;
    }

    List<TestEntry> entries() {
        List<VerdictKind> verdicts = verdicts();
        List<TestEntry> tests = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            tests.add(test(number, verdicts.get(number)));
        }
        return new LargeDiagnoses(tests).added();
    }

    /** Spread over the suite, at least one of each kind. */
    private List<VerdictKind> verdicts() {
        List<VerdictKind> verdicts = new ArrayList<>(Collections.nCopies(size, VerdictKind.ISOLATED));
        for (VerdictKind kind : VerdictKind.values()) {
            long wanted = Math.max(1, SHARES.getOrDefault(kind, 0) * (long) size / 10_000);
            for (long left = kind == VerdictKind.ISOLATED ? 0 : wanted; left > 0; ) {
                // The first tests stay isolated: they are the culprits.
                int place = 20 + random.nextInt(size - 20);
                if (verdicts.get(place) == VerdictKind.ISOLATED) {
                    verdicts.set(place, kind);
                    left--;
                }
            }
        }
        return verdicts;
    }

    private TestEntry test(int number, VerdictKind verdict) {
        String className = className(number);
        String method =
                VERBS.get(number % VERBS.size()) + OBJECTS.get(number / VERBS.size() % OBJECTS.size()) + (number % 20);
        boolean ran = verdict != VerdictKind.SKIPPED;
        long median = ran ? median() : 0;
        boolean failed = Set.of(
                        VerdictKind.VICTIM,
                        VerdictKind.BRITTLE,
                        VerdictKind.NON_IDEMPOTENT,
                        VerdictKind.FLAKY,
                        VerdictKind.FAILING)
                .contains(verdict);
        TestEntry test = new TestEntry(
                new TestId("[engine:junit-jupiter]/[class:" + className + "]/[method:" + method + "()]"),
                className,
                method,
                method + "()",
                verdict,
                reason(verdict),
                ran ? new Evidence(failed ? 12 : 22, failed ? 10 : 0, 20, 1 - Math.pow(2 / 3.0, 20)) : NO_RUNS,
                failed ? failure(className, method) : null,
                failed ? 2 : null,
                ran ? new Durations(median + 9, median, median * 2, median * 3, median + 400) : NO_TIME,
                LargeReports.budgetOf(median),
                "mvn verify -Dtest-hygiene.replay=" + className + "#" + method);
        return ran ? withDatabase(test, number) : test;
    }

    private static String className(int number) {
        int group = number / 20;
        String area = AREAS.get(group / 10 % AREAS.size());
        return String.format(
                Locale.ROOT, "com.example.warehouse.%s.m%02d.%s%03dIT", area, group / 10, NOUNS.get(group % 10), group);
    }

    /** Most take 20 to 200 ms, some a second and more. */
    private long median() {
        return Math.round(Math.exp(4 + random.nextGaussian() * 0.9));
    }

    private static String reason(VerdictKind verdict) {
        return switch (verdict) {
            case FLAKY -> "alone it passed 2 and failed 1 times";
            case SKIPPED -> "disabled: needs a printer";
            case UNCHECKED -> "the time budget of 10 min ended before its alone run";
            default -> null;
        };
    }

    private static TestFailure failure(String className, String method) {
        StringBuilder trace = new StringBuilder("org.opentest4j.AssertionFailedError:\nexpected: 2L\n but was: 3L\n");
        for (int line = 1; line <= 25; line++) {
            trace.append("\tat ").append(className).append('.').append(method).append("(Source.java:");
            trace.append(line).append(")\n");
        }
        return new TestFailure("org.opentest4j.AssertionFailedError", "\nexpected: 2L\n but was: 3L", trace.toString());
    }

    private TestEntry withDatabase(TestEntry test, int number) {
        int statements = 3 + random.nextInt(40);
        Repeated repeated =
                new Repeated("select o.* from orders o where o.customer_id = $1 order by o.id", 1 + statements / 3);
        SqlUse sql = new SqlUse(
                statements, statements * 0.4, statements * 2L, number % 50 == 0 ? 12 : 0, 0, 5, 1L, 0, repeated);
        List<TableChange> rows = number % 25 == 0 ? List.of(left(number)) : List.of();
        TestEntry seen = test.withDatabase(new SpanEvidence(sql, rows, OtherTraces.NONE, Set.of(), Set.of(), null));
        long median = test.durations().medianMillis();
        return median <= 500 ? seen : seen.withCauses(List.of(cause(number, median)));
    }

    private static SlowCause cause(int number, long median) {
        SlowCause.Kind[] kinds = SlowCause.Kind.values();
        SlowCause.Kind kind = kinds[number % kinds.length];
        return new SlowCause(
                kind,
                median * 7 / 10,
                "Most of its " + median + " ms go to " + kind.label().replace('-', ' '),
                "Do it once for the class.");
    }

    private static TableChange left(int number) {
        String sample = "id=" + number + ", status=OPEN, customer=" + (number % 97) + ", total=19.99";
        return new TableChange(
                "public.table_" + number % 40, 1 + number % 7, 0, 0, false, 0L, null, List.of(sample), false, false);
    }
}
