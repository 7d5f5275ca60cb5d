package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.CompletedRun;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen of a test, and what is said of it. */
class ClassifierTest {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");
    private static final RecordedTest OTHER = test("shop.CartIT", "c");

    /** A run is its name and how the test ended in it, in both rounds if it has two: + passed, - failed, ? no answer. */
    @ParameterizedTest
    @CsvSource({
        "reference+ alone+ twice++ reverse+,                                  isolated",
        "reference+ alone+ shuffled-1+ twice++ reverse+,                      isolated",
        "reference+ alone+ alone+ reverse- confirm:reverse-,                  victim",
        "reference- alone+ alone+ reverse+ confirm:reference-,                victim",
        "reference- alone+ alone+ confirm-part:reference-,                    victim",
        "reference+ alone+ alone+ reverse- confirm:reverse- proof:1+ search+, victim",
        "reference+ alone+ reverse- confirm:reverse-,                         unchecked",
        "reference+ alone+ reverse- confirm:reverse+,                         flaky",
        "reference+ alone+ reverse+ confirm:reverse-,                         flaky",
        "reference+ alone+ reverse+ confirm-part:reference-,                  unchecked",
        "reference+ alone+ alone-,                                            flaky",
        "reference+ alone- alone+ reverse+,                                   flaky",
        "reference+ alone- alone- reverse+,                                   brittle",
        "reference+ alone- alone- reverse- confirm:reference+,                brittle",
        "reference+ alone- alone- reverse- confirm-part:reference+,           brittle",
        "reference- alone- alone- reverse-,                                   failing",
        "reference- alone- reverse-,                                          failing",
        "reference+ alone- reverse+,                                          unchecked",
        "reference+ alone- alone- reverse- confirm:reference-,                unchecked",
        "reference+ alone- alone- reverse-,                                   unchecked",
        "reference+ alone+ reverse-,                                          unchecked",
        "reference- alone+ reverse+ confirm-part:reference+,                  unchecked",
        "reference+ alone+,                                                   unchecked",
        "reference+,                                                          unchecked",
        "reference+ reverse+,                                                 unchecked",
        "reference+ alone? reverse+,                                          unchecked",
        "reference+ alone+ reverse? shuffled-1+,                              unchecked",
        "reference+ alone+ twice++ reverse? reverse-repaired+,                isolated",
        "reference+ alone+ twice++ reverse+ confirm:shuffled-1?,              isolated",
        "reference+ alone+ reverse+,                                          unchecked",
        "reference+ alone+ twice+? reverse+,                                  unchecked",
        "reference+ alone+ reverse+ twice+- once+- once+-,                    non-idempotent",
        "reference+ alone+ reverse+ twice+- once+- once++,                    flaky",
        "reference+ alone+ reverse+ twice+- once+-,                           unchecked",
        "reference+ alone+ reverse+ twice+-,                                  unchecked",
        "reference+ alone+ reverse+ twice+- once++ last+ again:twice+-,       non-idempotent",
        "reference+ alone+ reverse+ twice+- once++ last+ again:twice++,       flaky",
        "reference+ alone+ reverse+ twice+- once++ last+,                     unchecked",
        "reference+ alone+ alone+ reverse+ twice+- once++ last- confirm:last-, victim"
    })
    void whatWasSeenIsWhatIsSaid(String seen, String said) {
        Classifier.Classified classified = new Classifier(null, false).classify(facts(seen));

        assertThat(classified.kind().label()).isEqualTo(said);
        boolean explained = said.equals("unchecked") || said.equals("flaky") || seen.contains("again:");
        assertThat(classified.reason() == null).isNotEqualTo(explained);
        assertThat(classified.shownBy() == null).isEqualTo(!failedSomewhere(seen));
    }

    @ParameterizedTest
    @CsvSource({
        "reference+",
        "reference+ alone+",
        "reference+ alone+ reverse-",
        "reference+ alone- reverse+",
        "reference+ alone+ reverse+",
        "reference+ alone+ reverse- confirm:reverse-",
        "reference+ alone+ reverse+ twice+-",
        "reference+ alone+ reverse+ twice+- once+-",
        "reference+ alone- alone- reverse-",
        "reference- alone-",
        "reference- alone- alone-"
    })
    void whereTheBudgetEndedTheReasonSaysSo(String seen) {
        assertThat(new Classifier("the time budget ended", false)
                        .classify(facts(seen))
                        .reason())
                .contains("the time budget ended");
    }

    private static boolean failedSomewhere(String seen) {
        return seen.matches(".*-( .*|$)");
    }

    private static UnitFacts facts(String seen) {
        TestUnit unit = new TestUnit(0, List.of(TEST));
        Suite suite = new Suite(List.of(unit, new TestUnit(0, List.of(OTHER))), false);
        List<CompletedRun> runs = new ArrayList<>();
        for (String each : seen.split(" ")) {
            String label = each.replaceAll("[+?-]+$", "");
            String ends = each.substring(label.length());
            boolean alone = label.equals("alone") || label.equals("once");
            RunRequest request = new RunRequest(
                    label,
                    kind(label),
                    List.of(new RunRequest.Segment(0, alone ? List.of(TEST) : List.of(OTHER, TEST))),
                    ends.length() == 2 ? Experiment.TWICE : Experiment.NONE);
            RunResult first = result(ends.charAt(0));
            RunResult last = result(ends.charAt(ends.length() - 1));
            RunResult result = new RunResult(
                    last.exit(),
                    first.outcomes(),
                    first.duration(),
                    ends.length() == 2 ? last.outcomes() : Map.of(),
                    null);
            runs.add(new CompletedRun(runs.size() + 1, request, result));
        }
        return UnitFacts.ofAll(suite, runs).get(0);
    }

    private static RunKind kind(String label) {
        String name = label.split("[:-]")[0];
        return switch (name) {
            case "once", "again", "proof" -> RunKind.CONFIRM;
            case "last" -> RunKind.SHUFFLED;
            default -> RunKind.valueOf(name.toUpperCase(Locale.ROOT));
        };
    }

    private static RunResult result(char end) {
        List<TestOutcome> outcomes = end == '?' ? List.of() : List.of(end == '+' ? passed(TEST) : failed(TEST));
        RunExit exit = end == '?' ? new RunExit.NoAnswer("it could not be started") : new RunExit.Completed();
        return RunResult.of(exit, outcomes, Duration.ofSeconds(1));
    }
}
