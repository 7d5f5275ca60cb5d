package io.github.testhygiene.maven;

import io.github.testhygiene.model.RecordedTest;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.surefire.api.testset.TestListResolver;

/** Selects tests with exactly the syntax of {@code -Dit.test}, since failsafe's own code reads it. */
public final class SurefireSelection implements Predicate<RecordedTest> {

    private final TestListResolver resolver;
    private final boolean onlyExcludes;

    /**
     * Reads a pattern.
     *
     * @param pattern for example {@code OrderIT#counts*, !ReportIT}
     */
    public SurefireSelection(String pattern) {
        this.resolver = new TestListResolver(pattern);
        this.onlyExcludes = resolver.getIncludedPatterns().isEmpty();
    }

    @Override
    public boolean test(RecordedTest test) {
        Stream<String> files = test.classNames().stream().map(TestListResolver::toClassFileName);
        Predicate<String> selected = file -> resolver.shouldRun(file, test.methodName());
        // A nested class is selected, and excluded, with the class around it.
        return onlyExcludes ? files.allMatch(selected) : files.anyMatch(selected);
    }
}
