package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintEntry;
import io.github.testhygiene.model.LintEntry.PackageTests;
import io.github.testhygiene.text.CappedList;
import io.github.testhygiene.text.Phrases;
import io.github.testhygiene.text.PlainText;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates of {@code index.html} ask for about the look at the bytecode. Public for the templates alone. */
public final class LintSection {

    private static final int PACKAGES = 50;

    private final @Nullable LintEntry lint;

    /**
     * Works out the section.
     *
     * @param report what it shows
     */
    public LintSection(HygieneReport report) {
        this.lint = report.lint();
    }

    /**
     * Whether the bytecode was looked at, or should have been.
     *
     * @return false if there is nothing to show
     */
    public boolean isShown() {
        return lint != null;
    }

    /**
     * What was looked at, or why nothing was.
     *
     * @return a sentence
     */
    public String looked() {
        if (lint == null) {
            return "";
        } else if (lint.problem() != null) {
            return PlainText.line(lint.problem(), 400);
        }
        return "Looked at " + Phrases.number(lint.testClasses())
                + (lint.testClasses() == 1 ? " test class" : " test classes") + " and what they use ("
                + Phrases.count(lint.classFiles(), "class file") + ") in " + Phrases.time(lint.durationMillis()) + ".";
    }

    /**
     * The packages, those with the most tests that expect no failure first.
     *
     * @return so many as a page can hold
     */
    public CappedList<PackageTests> packages() {
        List<PackageTests> all = lint == null ? List.of() : lint.packages();
        return CappedList.of(
                all.stream()
                        .sorted(Comparator.comparing((PackageTests each) -> each.expectingFailure() - each.tests())
                                .thenComparing(PackageTests::name))
                        .toList(),
                PACKAGES);
    }
}
