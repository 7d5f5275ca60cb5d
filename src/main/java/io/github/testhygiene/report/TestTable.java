package io.github.testhygiene.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.report.json.JsonText;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All tests, as small as a page can hold them: texts that occur again and again stand in lists, and a test names them by
 * their places. The script of {@code index.html} reads it.
 */
final class TestTable {

    static final int NAME = 200;
    private static final int TEXT = 300;

    /** Stands in a command for the name of the test. */
    private static final String SELF = "\u0001";

    /**
     * What the page's script is given.
     *
     * @param verdicts those that occur
     * @param budgets those that occur
     * @param classes the names of test classes
     * @param reasons why tests are unchecked and the like
     * @param powers detection powers
     * @param rules the rules that tests break
     * @param commands commands, in which a control character stands for the test's class and method
     * @param tests in the reference order
     */
    private record Content(
            List<String> verdicts,
            List<String> budgets,
            List<String> classes,
            List<String> reasons,
            List<String> powers,
            List<String> rules,
            List<String> commands,
            List<Row> tests) {}

    /** One test. The script knows the places of the parts; what is not known is null. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private record Row(
            int className,
            String method,
            @Nullable String display,
            int verdict,
            @Nullable Integer budget,
            @Nullable List<Long> millis,
            List<Integer> evidence,
            @Nullable Long statements,
            @Nullable Long rowsLeft,
            @Nullable Integer reason,
            @Nullable Integer command,
            @Nullable List<Integer> rules,
            @Nullable String failure,
            @Nullable Integer failedIn,
            int card) {}

    /** A list of texts, each of them once. */
    private static final class Texts {

        private final Map<String, Integer> places = new LinkedHashMap<>();

        int place(String text) {
            return places.computeIfAbsent(text, unused -> places.size());
        }

        List<String> inOrder() {
            return List.copyOf(places.keySet());
        }
    }

    private final HygieneReport report;
    private final DatabaseSection database;
    private final Predicate<TestEntry> hasCard;
    private final Map<String, Set<String>> rulesOf = new HashMap<>();
    private final Texts verdicts = new Texts();
    private final Texts budgets = new Texts();
    private final Texts classes = new Texts();
    private final Texts reasons = new Texts();
    private final Texts powers = new Texts();
    private final Texts rules = new Texts();
    private final Texts commands = new Texts();

    TestTable(HygieneReport report, DatabaseSection database, Predicate<TestEntry> hasCard) {
        this.report = report;
        this.database = database;
        this.hasCard = hasCard;
        for (Finding finding : report.findings()) {
            rulesOf.computeIfAbsent(key(finding.className(), finding.methodName()), unused -> new LinkedHashSet<>())
                    .add(finding.rule());
        }
    }

    /** The table as JSON that may stand in a script element: nothing in it can end that. */
    String json() {
        List<Row> rows = report.tests().stream().map(this::row).toList();
        Content content = new Content(
                verdicts.inOrder(),
                budgets.inOrder(),
                classes.inOrder(),
                reasons.inOrder(),
                powers.inOrder(),
                rules.inOrder(),
                commands.inOrder(),
                rows);
        return JsonText.compact(content).replace("<", "\\u003c");
    }

    /** The rules that a test breaks, in the order of the findings; those of its class as well. */
    List<String> rules(TestEntry test) {
        List<String> broken = new ArrayList<>(rulesOf.getOrDefault(key(test.className(), test.methodName()), Set.of()));
        rulesOf.getOrDefault(key(test.className(), null), Set.of()).stream()
                .filter(rule -> !broken.contains(rule))
                .forEach(broken::add);
        return broken;
    }

    private Row row(TestEntry test) {
        TestEntry.Evidence evidence = test.evidence();
        TestEntry.Durations times = test.durations();
        boolean timed = evidence.passed() + evidence.failed() > 0;
        TestFailure failure = test.failure();
        List<Integer> broken = rules(test).stream()
                .map(rule -> rules.place(PlainText.line(rule, NAME)))
                .toList();
        boolean plain = test.displayName().equals(test.methodName() + "()")
                || test.displayName().equals(test.methodName());
        return new Row(
                classes.place(PlainText.line(test.className(), NAME)),
                PlainText.line(test.methodName(), NAME),
                plain ? null : PlainText.line(test.displayName(), NAME),
                verdicts.place(test.verdict().label()),
                timed ? budgets.place(test.budget().label()) : null,
                timed ? millis(times) : null,
                List.of(
                        evidence.passed(),
                        evidence.failed(),
                        evidence.ordersTried(),
                        powers.place(Phrases.percent(evidence.detectionPower()))),
                test.sql() == null ? null : Long.valueOf(test.sql().statements()),
                database.rowsLeft(test),
                test.reason() == null ? null : Integer.valueOf(reasons.place(PlainText.line(test.reason(), TEXT))),
                test.replay().isBlank() ? null : Integer.valueOf(commands.place(command(test))),
                broken.isEmpty() ? null : broken,
                failure == null ? null : PlainText.line(failure.oneLine(), TEXT),
                test.failedIn(),
                hasCard.test(test) ? 1 : 0);
    }

    /** Median, 95th percentile and longest; then reference and alone, or -1 if they are not known. */
    private static List<Long> millis(TestEntry.Durations times) {
        return List.of(
                times.medianMillis(),
                times.p95Millis(),
                times.maxMillis(),
                Objects.requireNonNullElse(times.referenceMillis(), -1L),
                Objects.requireNonNullElse(times.aloneMillis(), -1L));
    }

    private static String command(TestEntry test) {
        String command = PlainText.visible(test.replay());
        String className = PlainText.line(test.className(), NAME);
        String method = PlainText.line(test.methodName(), NAME);
        boolean whole = className.equals(test.className()) && method.equals(test.methodName());
        // The names that the script puts in are those of the row: where these are cut, the command keeps its own.
        return whole ? command.replace(className + "#" + method, SELF) : command;
    }

    private static String key(String className, @Nullable String methodName) {
        return className + "\n" + (methodName == null ? "" : methodName);
    }
}
