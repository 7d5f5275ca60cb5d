package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Nothing is said of a test before it was seen as often as is promised, and a missing answer says nothing. */
class PromisedRepeatsPropertiesTest {

    private static final Set<VerdictKind> ACCUSING =
            Set.of(VerdictKind.VICTIM, VerdictKind.BRITTLE, VerdictKind.NON_IDEMPOTENT, VerdictKind.FAILING);

    /** In any sequence, whatever it may mean; the first is the recorded run. */
    @Provide
    Arbitrary<List<String>> seen() {
        Arbitrary<String> rerun = Arbitraries.of(
                "alone+",
                "alone+",
                "alone+",
                "alone-",
                "alone-",
                "alone-",
                "alone?",
                "reverse+",
                "reverse-",
                "reverse?",
                "shuffled-1+",
                "shuffled-1-",
                "confirm:reference+",
                "confirm:reference-",
                "confirm:reference?",
                "confirm:reverse+",
                "confirm:reverse-",
                "confirm:reverse?",
                "confirm-part:reference+",
                "confirm-part:reference-",
                "twice++",
                "twice+-",
                "twice+?",
                "twice--",
                "once++",
                "once+-",
                "once+?",
                "again:twice++",
                "again:twice+-");
        Arbitrary<String> recorded = Arbitraries.of("reference+", "reference-");
        return recorded.flatMap(first -> rerun.list().ofMaxSize(12).map(others -> {
            List<String> all = new ArrayList<>(List.of(first));
            all.addAll(others);
            return all;
        }));
    }

    @Property(tries = 2_000)
    void noVerdictWithoutThePromisedRepeats(@ForAll("seen") List<String> seen) {
        UnitOutcomes facts = facts(seen);

        long failedAlone = count(seen, "(alone-|once-.)");
        switch (kind(facts)) {
            case BRITTLE -> {
                assertThat(failedAlone).isGreaterThanOrEqualTo(3);
                assertThat(count(seen, "(alone\\+|once\\+.)")).isZero();
                assertThat(count(seen, "(reverse|shuffled-1|confirm.*|twice)\\+.?"))
                        .isPositive();
            }
            case VICTIM -> {
                assertThat(count(seen, "(alone\\+|once\\+.)")).isGreaterThanOrEqualTo(3);
                assertThat(failedAlone).isZero();
                assertThat(count(seen, "confirm.*-")).isPositive();
            }
            case NON_IDEMPOTENT -> {
                assertThat(failedAlone).isZero();
                assertThat(count(seen, "(twice|once|again:twice)\\+-")).isGreaterThanOrEqualTo(2);
            }
            case FAILING ->
                assertThat(count(seen, "(?!reference).*[^+?]-|(?!reference).*[a-z0-9]-"))
                        .isGreaterThanOrEqualTo(2);
            default -> assertThat(kind(facts)).isNotIn(ACCUSING);
        }
    }

    @Property(tries = 2_000)
    void aMissingAnswerAccusesNobody(
            @ForAll("seen") List<String> seen, @ForAll @IntRange(min = 1, max = 12) int place) {
        VerdictKind before = kind(facts(seen));
        for (String missing :
                List.of("alone?", "reverse?", "confirm:reference?", "confirm:reverse?", "twice??", "once??")) {
            List<String> more = new ArrayList<>(seen);
            more.add(Math.min(place, more.size()), missing);
            VerdictKind after = kind(facts(more));
            assertThat(ACCUSING.contains(after) && !ACCUSING.contains(before))
                    .as(missing + ": " + before + " became " + after)
                    .isFalse();
        }
    }

    private static UnitOutcomes facts(List<String> seen) {
        return SeenRuns.facts(String.join(" ", seen));
    }

    private static VerdictKind kind(UnitOutcomes facts) {
        return new Classifier(null, false).classify(facts).kind();
    }

    private static long count(List<String> seen, String pattern) {
        return seen.stream().filter(each -> each.matches(pattern)).count();
    }
}
