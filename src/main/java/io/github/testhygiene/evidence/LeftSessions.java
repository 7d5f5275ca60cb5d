package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OpenSessionState.Kind;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds tests, and fixtures of classes, whose sessions still hold a transaction or a lock when they have ended. */
final class LeftSessions {

    private static final int NAMED = 3;

    private LeftSessions() {}

    /** One finding for each test, or class; those that hold most first. */
    static List<Finding> in(Recording recording) {
        return ObservedSpan.all(recording).stream()
                .filter(span -> !span.traces().sessions().isEmpty())
                .sorted(Comparator.comparingInt(
                                (ObservedSpan span) -> span.traces().sessions().size())
                        .reversed())
                .map(LeftSessions::finding)
                .toList();
    }

    private static Finding finding(ObservedSpan span) {
        List<OpenSessionState> sessions = span.traces().sessions();
        List<String> held = new ArrayList<>();
        add(held, sessions, Kind.OPEN_TRANSACTION, "open transaction");
        add(held, sessions, Kind.ADVISORY_LOCK, "advisory lock");
        List<String> descriptions = sessions.stream()
                .map(each -> Wording.line(each.description(), 200))
                .toList();
        return span.finding(
                Rule.LEAVES_SESSION,
                span.leaves() + String.join(" and ", held) + " behind: " + Wording.some(descriptions, NAMED),
                "End every transaction and release every lock in the test itself: close what it opens with"
                        + " try-with-resources.");
    }

    private static void add(List<String> held, List<OpenSessionState> sessions, Kind kind, String noun) {
        long count = sessions.stream().filter(each -> each.kind() == kind).count();
        if (count > 0) {
            held.add(Wording.count(count, noun));
        }
    }
}
