package io.github.testhygiene.check;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.report.ReportJson;
import io.github.testhygiene.selection.ChangedTests;
import io.github.testhygiene.selection.LastReport;
import io.github.testhygiene.selection.ModuleLayout;
import io.github.testhygiene.selection.PreparedSelection;
import io.github.testhygiene.selection.SelectedTests;
import io.github.testhygiene.selection.SelectorChoice;
import io.github.testhygiene.selection.SuspectTests;
import io.github.testhygiene.selection.TestSelector;
import io.github.testhygiene.selection.WorkingTreeChanges;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** From what {@code <select>} asks for to the tests that are checked. */
public final class SelectionStage {

    private final String module;
    private final Supplier<ModuleLayout> layout;
    private final CheckScope scope;

    /**
     * For one module.
     *
     * @param module its group and artifact id, with a colon between them
     * @param layout where its sources and classes are; asked only where changes are to be found
     * @param scope which tests are asked for
     */
    public SelectionStage(String module, Supplier<ModuleLayout> layout, CheckScope scope) {
        this.module = module;
        this.layout = layout;
        this.scope = scope;
    }

    /**
     * Finds out what is needed for picking; to be called before the tests run.
     *
     * @param lastReport where the last report is, if there is one
     * @param previousReport the report that the user names instead; null if none is named
     * @return null if all tests are to be checked
     * @throws io.github.testhygiene.model.ProblemException if git cannot tell what has changed
     */
    @Nullable
    public PreparedSelection prepare(Path lastReport, @Nullable Path previousReport) {
        TestSelector selector =
                switch (scope.select()) {
                    case ALL -> null;
                    case CHANGED -> changed();
                    case SUSPECTS ->
                        previousReport == null
                                ? suspects(lastReport, "the last report")
                                : suspects(previousReport, "<previousReport>");
                };
        return selector == null ? null : new PreparedSelection(scope.select(), scope.since(), selector);
    }

    /** Picks; what is not prepared is found out now, as far as it can be. */
    public SelectedTests select(Recording recording, List<RecordedTest> tests, @Nullable PreparedSelection prepared) {
        if (scope.select() == SelectMode.ALL) {
            return SelectedTests.all(tests);
        }
        TestSelector selector =
                prepared != null && prepared.isFor(scope.select(), scope.since()) ? prepared.selector() : unprepared();
        return SelectedTests.of(
                recording,
                tests,
                selector,
                test -> scope.orderedClasses() == OrderedClasses.SPLIT
                                || test.orderedBy().isEmpty()
                        ? test.id().value()
                        : "class " + test.orderedBy());
    }

    private TestSelector unprepared() {
        return scope.select() == SelectMode.CHANGED
                ? changed()
                : every("the goal `provision` was not asked for suspects, and has deleted the last report: `<select>`"
                        + " belongs into the plugin's own `<configuration>`");
    }

    private TestSelector changed() {
        ModuleLayout known = layout.get();
        return new ChangedTests(WorkingTreeChanges.since(known.folder(), scope.since()), known);
    }

    private TestSelector suspects(Path file, String name) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            HygieneReport report = new ReportJson().read(in);
            String other = report.project().groupId() + ":" + report.project().artifactId();
            return module.equals(other)
                    ? new SuspectTests(LastReport.of(report))
                    : every(name + " is that of " + other + ", and tells of no suspects here");
        } catch (NoSuchFileException e) {
            return every(name + " is not there (" + file + "), so that nobody is known as a suspect");
        } catch (IOException | UncheckedIOException e) {
            return every(name + " could not be read (" + file + "), so that nobody is known as a suspect");
        }
    }

    private static TestSelector every(String reason) {
        return (recording, tests) -> SelectorChoice.every(SelectMode.SUSPECTS, null, tests, reason);
    }
}
