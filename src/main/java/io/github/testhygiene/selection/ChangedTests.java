package io.github.testhygiene.selection;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.SelectionPhrases;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Picks tests that are new or different since a commit, or that reach a class of their module that is.
 *
 * @param changes what differs
 * @param layout the module
 */
public record ChangedTests(WorkingTreeChanges changes, ModuleLayout layout) implements TestSelector {

    /** Checks that nothing is missing. */
    public ChangedTests {
        Objects.requireNonNull(changes, "changes");
        Objects.requireNonNull(layout, "layout");
    }

    @Override
    public SelectorChoice pick(Recording recording, List<RecordedTest> tests) {
        try {
            ModuleClasses classes = ModuleClasses.read(layout.mainClasses(), layout.testClasses());
            ChangedClasses changed = new ChangedSources(layout, changes.root(), classes).of(changes.files());
            Optional<String> unclear = changed.whyUnclear();
            if (unclear.isPresent()) {
                return every(tests, unclear.get());
            }
            if (changed.names().isEmpty()) {
                return picked(Set.of(), List.of());
            }
            ClassDependencies dependencies =
                    new ClassDependencies(classes, CopiedConstants.in(classes, layout.sourceRoots()));
            Set<String> reaching = dependencies.reaching(changed.names());
            Set<TestId> ids = tests.stream()
                    .filter(test -> reaches(test, classes, reaching))
                    .map(RecordedTest::id)
                    .collect(Collectors.toSet());
            return picked(ids, shown(changed.names()));
        } catch (IOException e) {
            return every(tests, "what it reaches is not known: " + e.getMessage());
        }
    }

    private SelectorChoice every(List<RecordedTest> tests, String reason) {
        String since = " (compared with " + SelectionPhrases.brief(changes.commit()) + ")";
        return SelectorChoice.every(SelectMode.CHANGED, changes.commit(), tests, reason + since);
    }

    private SelectorChoice picked(Set<TestId> ids, List<String> from) {
        return new SelectorChoice(SelectMode.CHANGED, changes.commit(), ids, null, from);
    }

    /** Whether a changed class is reached; so it may be where nobody knows what the test's class names. */
    private static boolean reaches(RecordedTest test, ModuleClasses classes, Set<String> reaching) {
        List<String> names =
                test.classNames().stream().map(name -> name.replace('.', '/')).toList();
        return names.isEmpty()
                || names.stream().anyMatch(reaching::contains)
                || !names.stream().allMatch(classes.byName()::containsKey);
    }

    /** Nested and anonymous classes go without saying. */
    private static List<String> shown(Set<String> names) {
        return names.stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .map(name -> name.indexOf('$') > 0 ? name.substring(0, name.indexOf('$')) : name)
                .distinct()
                .sorted()
                .toList();
    }
}
