package io.github.testhygiene.maven;

import io.github.testhygiene.model.RecordedTest;
import java.util.function.Predicate;
import org.apache.maven.surefire.api.testset.TestListResolver;

/** Selects tests with exactly the syntax of {@code -Dit.test}, since failsafe's own code reads it. */
public final class SurefireSelection implements Predicate<RecordedTest> {

    private final TestListResolver resolver;

    /**
     * Reads a pattern.
     *
     * @param pattern for example {@code OrderIT#counts*, !ReportIT}
     */
    public SurefireSelection(String pattern) {
        this.resolver = new TestListResolver(pattern);
    }

    @Override
    public boolean test(RecordedTest test) {
        return test.classNames().stream()
                .anyMatch(name -> resolver.shouldRun(TestListResolver.toClassFileName(name), test.methodName()));
    }
}
