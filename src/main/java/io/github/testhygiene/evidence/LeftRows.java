package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.TableChangePhrase;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the rows that tests and the fixtures of classes left behind. */
final class LeftRows {

    private static final int SAMPLE_WIDTH = 200;

    private final ApplicationStart start;
    private final Set<TestId> polluters;
    private final List<AllowedRows> allowed;

    private record Left(ObservedSpan span, TableChange change) {

        long rows() {
            return change.inserted() + change.updated() + change.deleted();
        }

        /** A truncated table that was empty is as it was. */
        boolean matters() {
            return rows() > 0 || (change.truncated() && change.before() == null);
        }
    }

    LeftRows(ApplicationStart start, Set<TestId> polluters, List<AllowedRows> allowed) {
        this.start = start;
        this.polluters = polluters;
        this.allowed = allowed;
    }

    /** One finding for each test, or class, and table; the most rows first. */
    List<Finding> in(Recording recording) {
        List<Left> left = new ArrayList<>();
        for (ObservedSpan span : ObservedSpan.all(recording)) {
            List<TableChange> changes = span.evidence().rowsLeft();
            if (changes != null) {
                changes.forEach(change -> left.add(new Left(span, change)));
            }
        }
        return left.stream()
                .filter(Left::matters)
                .sorted(Comparator.comparingLong(Left::rows).reversed())
                .map(this::finding)
                .toList();
    }

    private Finding finding(Left left) {
        Optional<AllowedRows> limit = limit(left.change());
        boolean allows = limit.filter(each -> each.allows(left.change())).isPresent();
        boolean atStart = left.change().deleted() == 0
                && start.fills(left.span(), left.change().table());
        String message = TableChangePhrase.describe(left.change())
                + (left.change().inserted() > 0 ? " left behind by " : " by ")
                + left.span().who()
                + circumstances(left, atStart)
                + limit.map(each -> limited(each, left.change())).orElse("")
                + sample(left.change());
        Finding finding = left.span()
                .finding(
                        Rule.LEAVES_ROWS,
                        severity(left, atStart),
                        left.change().table(),
                        message,
                        advice(left, atStart, allows));
        return allows ? finding.asAccepted() : finding;
    }

    /** The most generous entry of the table, which allows the change if any does. */
    private Optional<AllowedRows> limit(TableChange change) {
        return allowed.stream().filter(each -> each.names(change)).max(Comparator.comparingLong(AllowedRows::most));
    }

    private static String circumstances(Left left, boolean atStart) {
        StringBuilder text = new StringBuilder();
        if (left.change().late()) {
            text.append(
                    left.span().test() == null ? " (committed after their end)" : " (committed after the test's end)");
        }
        if (left.change().takenBack()) {
            text.append(", taken back by the fixtures of its class");
        }
        if (atStart) {
            text.append(", filled when the application started");
        }
        return text.toString();
    }

    private static String limited(AllowedRows limit, TableChange change) {
        if (limit.allows(change)) {
            return " (allowed: " + limit.reason().strip() + ")";
        }
        return AllowedRows.onlyGrows(change)
                ? ", more than the " + Wording.count(limit.most(), "row") + " that <allowRows> allows"
                : ", which <allowRows> allows to grow and nothing else";
    }

    private static String sample(TableChange change) {
        return change.sample().isEmpty()
                ? ""
                : ": " + Wording.line(change.sample().get(0), SAMPLE_WIDTH);
    }

    /** What came with the application's start is no test's fault; what made another test fail is one, taken back or not. */
    private Severity severity(Left left, boolean atStart) {
        if (atStart) {
            return Severity.INFO;
        }
        if (left.span().test() != null && polluters.contains(left.span().test().id())) {
            return Severity.ERROR;
        }
        return left.change().takenBack() ? Severity.INFO : Rule.LEAVES_ROWS.severity();
    }

    private static String advice(Left left, boolean atStart, boolean allows) {
        if (allows) {
            return "Nothing has to be done while it grows by no more.";
        }
        if (atStart) {
            return "Nothing has to be mended; a migration in pre-integration-test would let every test start alike.";
        }
        if (left.change().takenBack()) {
            return "The other tests of the class saw this change: take it back after each test if they should not.";
        }
        return left.span().test() == null
                ? "Take it back in an @AfterAll fixture, or name the table in <allowRows> if it is meant to grow."
                : "Take it back in an @AfterEach fixture, roll the test's transaction back, or name the table in"
                        + " <allowRows> if it is meant to grow.";
    }
}
