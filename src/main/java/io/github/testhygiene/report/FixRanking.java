package io.github.testhygiene.report;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.Diagnosis;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to mend first, ranked by what it costs: the culprits by how many tests they make fail, then what is slow by how
 * long it takes. Public for the templates alone.
 */
public final class FixRanking {

    private static final int CARDS = 100;
    private static final int SLOW = 10;

    /**
     * Cards that belong together: mending one thing settles all of them.
     *
     * @param culprit whom they depend on; null if that is not known
     * @param cost what it costs, for example {@code makes 3 tests fail}
     * @param cards the cards
     */
    public record Group(@Nullable Pollution culprit, String cost, List<TestCard> cards) {

        /** Copies the list. */
        public Group {
            cards = List.copyOf(cards);
        }

        /** The same group with the first of its cards. */
        Group first(int number) {
            return new Group(culprit, cost, cards.subList(0, number));
        }

        boolean accepted() {
            return cards.stream().allMatch(TestCard::accepted);
        }
    }

    /**
     * A test that takes too long, or the suite.
     *
     * @param finding what is said of it
     * @param test the test; null for the suite
     * @param causes where its time goes
     */
    public record Slow(Finding finding, @Nullable TestEntry test, CappedList<SlowCause> causes) {

        /**
         * What is said of it, without the test's name where the page shows that as a link.
         *
         * @param page knows names
         * @return for example {@code takes 825 ms at the median, more than 500 ms}
         */
        public String rest(ReportPage page) {
            String message = finding.message();
            String name = test == null ? "" : page.name(test.id()) + " ";
            return message.startsWith(name) ? message.substring(name.length()) : message;
        }
    }

    private final List<Group> groups;
    private final CappedList<Slow> slow;
    private final int more;

    private FixRanking(List<Group> groups, CappedList<Slow> slow, int more) {
        this.groups = groups;
        this.slow = slow;
        this.more = more;
    }

    /**
     * Ranks.
     *
     * @param report what is known
     * @param cards a card for each test that has to be mended, in the order that they have in their groups
     */
    static FixRanking of(HygieneReport report, List<TestCard> cards) {
        Map<Pollution.Key, Integer> counts = new HashMap<>();
        cards.forEach(card -> keys(card.test()).forEach(key -> counts.merge(key, 1, Integer::sum)));
        Map<Object, List<TestCard>> together = new LinkedHashMap<>();
        for (TestCard card : cards) {
            Object worst = keys(card.test()).stream()
                    .max(Comparator.comparingInt(key -> counts.getOrDefault(key, 0)))
                    .<Object>map(key -> key)
                    .orElse(card.test().verdict());
            together.computeIfAbsent(worst, unused -> new ArrayList<>()).add(card);
        }
        List<Group> groups = new ArrayList<>();
        together.forEach((key, members) -> groups.add(
                key instanceof Pollution.Key culprit
                        ? new Group(Pollution.of(culprit), effect(culprit, members.size()), members)
                        : new Group(null, withoutCulprit(members), members)));
        groups.sort(Comparator.comparing(Group::accepted)
                .thenComparing(group -> group.culprit() == null)
                .thenComparing(group -> -group.cards().size()));
        return new FixRanking(capped(groups), slow(report), Math.max(0, cards.size() - CARDS));
    }

    private static List<Pollution.Key> keys(TestEntry test) {
        Diagnosis diagnosis = test.diagnosis();
        if (diagnosis == null || !Pollution.depends(test)) {
            return List.of();
        }
        List<Culprit> culprits = diagnosis.culprits();
        return culprits.stream()
                .map(culprit -> Pollution.key(culprit, test.verdict()))
                .toList();
    }

    private static String effect(Pollution.Key culprit, int tests) {
        return "makes " + Phrases.count(tests, "test") + (culprit.setsUp() ? " pass" : " fail");
    }

    private static String withoutCulprit(List<TestCard> cards) {
        VerdictKind verdict = cards.get(0).test().verdict();
        int number = cards.size();
        boolean one = number == 1;
        return switch (verdict) {
            case VICTIM, BRITTLE ->
                Phrases.count(number, "test") + (one ? " depends" : " depend") + " on others, which are not known";
            case NON_IDEMPOTENT -> Phrases.count(number, "test") + (one ? " passes" : " pass") + " only the first time";
            case FLAKY ->
                Phrases.count(number, "test") + (one ? " changes its" : " change their") + " outcome by chance";
            default -> Phrases.count(number, "test") + (one ? " fails" : " fail") + " in every run";
        };
    }

    private static List<Group> capped(List<Group> groups) {
        List<Group> shown = new ArrayList<>();
        int left = CARDS;
        for (Group group : groups) {
            if (left > 0) {
                int end = Math.min(left, group.cards().size());
                shown.add(end == group.cards().size() ? group : group.first(end));
                left -= end;
            }
        }
        return List.copyOf(shown);
    }

    private static CappedList<Slow> slow(HygieneReport report) {
        Map<String, TestEntry> tests = new HashMap<>();
        report.tests().forEach(test -> tests.putIfAbsent(test.className() + "#" + test.methodName(), test));
        Comparator<Slow> longest = Comparator.comparingLong(each ->
                each.test() == null ? Long.MIN_VALUE : -each.test().durations().medianMillis());
        List<Slow> all = report.findings().stream()
                .filter(finding -> isSlow(finding) && !finding.accepted())
                .map(finding -> slow(report, finding, tests.get(finding.className() + "#" + finding.methodName())))
                .sorted(longest)
                .toList();
        return CappedList.of(all, SLOW);
    }

    private static boolean isSlow(Finding finding) {
        return finding.rule().equals(Rule.SLOW_TEST.label()) || finding.rule().equals(Rule.SLOW_SUITE.label());
    }

    private static Slow slow(HygieneReport report, Finding finding, @Nullable TestEntry test) {
        boolean suite = finding.rule().equals(Rule.SLOW_SUITE.label());
        CappedList<SlowCause> causes = suite
                ? new TimeSection(report).suite()
                : CappedList.of(test == null ? List.of() : TimeSection.causes(test), 3);
        return new Slow(finding, suite ? null : test, causes);
    }

    /**
     * What depends on chance or on others.
     *
     * @return the dearest first; what the project has accepted last
     */
    public List<Group> groups() {
        return groups;
    }

    /**
     * What takes too long.
     *
     * @return the suite, then the slowest tests first; without what the project has accepted
     */
    public CappedList<Slow> slow() {
        return slow;
    }

    /**
     * How many tests have no card, because the page would grow too long.
     *
     * @return 0 or more
     */
    public int more() {
        return more;
    }

    /** The cards that are shown. */
    List<TestCard> cards() {
        return groups.stream().flatMap(group -> group.cards().stream()).toList();
    }

    /** The findings that are told here. */
    List<Finding> findings() {
        List<Finding> told = new ArrayList<>();
        cards().forEach(card -> told.addAll(card.findings()));
        slow.shown().forEach(each -> told.add(each.finding()));
        return told;
    }
}
