package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test, or the fixtures of a class, and what the database saw of it.
 *
 * @param test the test; null for the fixtures of a class
 * @param className the class
 * @param evidence what the database saw
 */
record ObservedSpan(@Nullable RecordedTest test, String className, SpanEvidence evidence) {

    /** The tests of which something is known, in the reference order. */
    static List<ObservedSpan> tests(Recording recording) {
        List<ObservedSpan> spans = new ArrayList<>();
        for (RecordedTest test : recording.tests()) {
            SpanEvidence evidence = recording.database().tests().get(test.id());
            if (evidence != null) {
                spans.add(new ObservedSpan(test, test.className(), evidence));
            }
        }
        return spans;
    }

    /** The tests, and after them the fixtures of classes. */
    static List<ObservedSpan> all(Recording recording) {
        List<ObservedSpan> spans = tests(recording);
        for (FixtureEvidence fixture : recording.database().fixtures()) {
            spans.add(new ObservedSpan(null, fixture.className(), fixture.evidence()));
        }
        return spans;
    }

    /** What was left besides rows; nothing if it is not known. */
    OtherTraces traces() {
        return Objects.requireNonNullElse(evidence.traces(), OtherTraces.NONE);
    }

    /** The test or the fixtures, as messages name them. */
    String who() {
        return test == null
                ? Wording.name(Wording.simpleName(className)) + "'s class fixtures"
                : Wording.name(test.shortName());
    }

    /** The beginning of a sentence about what was left. */
    String leaves() {
        return who() + (test == null ? " leave " : " leaves ");
    }

    Finding finding(Rule rule, Severity severity, String detail, String message, String advice) {
        String method = test == null ? null : test.methodName();
        return Findings.of(rule, severity, className, method, detail, message, advice);
    }

    Finding finding(Rule rule, String message, String advice) {
        return finding(rule, rule.severity(), "", message, advice);
    }
}
