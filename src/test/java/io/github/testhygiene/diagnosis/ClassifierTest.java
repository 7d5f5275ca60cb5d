package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was seen of a test, and what is said of it. */
class ClassifierTest {

    /** A run is its name and how the test ended in it, in both rounds if it has two: + passed, - failed, ? no answer. */
    @ParameterizedTest
    @CsvSource({
        "reference+ alone+ twice++ reverse+,                                  isolated",
        "reference+ alone+ shuffled-1+ twice++ reverse+,                      isolated",
        "reference+ alone+ alone+ alone+ reverse- confirm:reverse-,           victim",
        "reference- alone+ alone+ alone+ reverse+ confirm:reference-,         victim",
        "reference- alone+ alone+ alone+ confirm-part:reference-,             victim",
        "reference+ alone+ alone+ alone+ reverse- confirm:reverse- proof:1+ search+, victim",
        "reference+ alone+ alone+ reverse- confirm:reverse-,                  unchecked",
        "reference- twice++ alone+ alone+ alone+ reverse+ confirm:reference-, flaky",
        "reference+ alone+ reverse- confirm:reverse-,                         unchecked",
        "reference+ alone+ reverse- confirm:reverse+,                         flaky",
        "reference+ alone+ reverse+ confirm:reverse-,                         flaky",
        "reference+ alone+ reverse+ confirm-part:reference-,                  unchecked",
        "reference+ alone+ shuffled-1? reverse+ confirm:shuffled-1-,          unchecked",
        "reference+ alone+ alone-,                                            flaky",
        "reference+ alone- alone+ reverse+,                                   flaky",
        "reference+ alone- alone- alone- reverse+,                            brittle",
        "reference+ alone- alone- reverse+,                                   unchecked",
        "reference- alone- alone- alone- twice++ reverse-,                    flaky",
        "reference+ alone- alone- alone- reverse+ confirm:reverse-,           flaky",
        "reference+ alone- alone- alone- reverse+ confirm-part:reference-,    brittle",
        "reference+ alone- alone- alone- reverse- confirm:reference+,         brittle",
        "reference+ alone- alone- alone- reverse- confirm-part:reference+,    brittle",
        "reference- alone- alone- reverse-,                                   failing",
        "reference- alone- reverse-,                                          failing",
        "reference- alone-,                                                   unchecked",
        "reference- alone- reverse?,                                          unchecked",
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
        "reference+ alone+ alone+ alone+ reverse+ twice+- once++ last- confirm:last-, victim"
    })
    void whatWasSeenIsWhatIsSaid(String seen, String said) {
        Classifier.Classified classified = new Classifier(null, false).classify(SeenRuns.facts(seen));

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
        "reference- alone- alone-",
        "reference+ alone- alone- reverse+",
        "reference+ alone+ alone+ reverse- confirm:reverse-"
    })
    void whereTheBudgetEndedTheReasonSaysSo(String seen) {
        assertThat(new Classifier("the time budget ended", false)
                        .classify(SeenRuns.facts(seen))
                        .reason())
                .contains("the time budget ended");
    }

    private static boolean failedSomewhere(String seen) {
        return seen.matches(".*-( .*|$)");
    }
}
