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
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.TestUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen of a test, and what is said of it. */
class ClassifierTest {

    private static final RecordedTest TEST = test("shop.OrderIT", "a");
    private static final RecordedTest OTHER = test("shop.CartIT", "c");

    /** A run is its name and how the test ended in it: + passed, - failed, ? no answer. */
    @ParameterizedTest
    @CsvSource({
        "reference+ alone+ reverse+,                                          isolated",
        "reference+ alone+ shuffled-1+ reverse+,                              isolated",
        "reference+ alone+ reverse- confirm:reverse-,                         victim",
        "reference- alone+ reverse+ confirm:reference-,                       victim",
        "reference- alone+ confirm-part:reference-,                           victim",
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
        "reference+ alone+ reverse? reverse-repaired+,                        isolated",
        "reference+ alone+ reverse+ confirm:shuffled-1?,                      isolated"
    })
    void whatWasSeenIsWhatIsSaid(String seen, String said) {
        Classifier.Classified classified = new Classifier(false, false).classify(facts(seen));

        assertThat(classified.kind().label()).isEqualTo(said);
        assertThat(classified.reason() == null).isNotEqualTo(said.equals("unchecked") || said.equals("flaky"));
        assertThat(classified.shownBy() == null).isEqualTo(!failedSomewhere(seen));
    }

    @ParameterizedTest
    @CsvSource({
        "reference+",
        "reference+ alone+",
        "reference+ alone+ reverse-",
        "reference+ alone- reverse+",
        "reference+ alone- alone- reverse-",
        "reference- alone-",
        "reference- alone- alone-"
    })
    void whereTheBudgetEndedTheReasonSaysSo(String seen) {
        assertThat(new Classifier(true, false).classify(facts(seen)).reason()).contains("the time budget ended");
    }

    private static boolean failedSomewhere(String seen) {
        return seen.matches(".*-( .*|$)");
    }

    private static UnitFacts facts(String seen) {
        TestUnit unit = new TestUnit(0, List.of(TEST));
        Suite suite = new Suite(List.of(unit, new TestUnit(0, List.of(OTHER))), false);
        List<CompletedRun> runs = new ArrayList<>();
        for (String each : seen.split(" ")) {
            String label = each.substring(0, each.length() - 1);
            boolean alone = label.equals("alone");
            RunRequest request = new RunRequest(
                    label,
                    kind(label),
                    List.of(new RunRequest.Segment(0, alone ? List.of(TEST) : List.of(OTHER, TEST))));
            runs.add(new CompletedRun(runs.size() + 1, request, result(each.charAt(each.length() - 1))));
        }
        return UnitFacts.ofAll(suite, runs).get(0);
    }

    private static RunKind kind(String label) {
        return RunKind.valueOf(label.split("[:-]")[0].toUpperCase(Locale.ROOT));
    }

    private static RunResult result(char end) {
        List<TestOutcome> outcomes = end == '?' ? List.of() : List.of(end == '+' ? passed(TEST) : failed(TEST));
        RunExit exit = end == '?' ? new RunExit.NoAnswer("it could not be started") : new RunExit.Completed();
        return RunResult.of(exit, outcomes, Duration.ofSeconds(1));
    }
}
