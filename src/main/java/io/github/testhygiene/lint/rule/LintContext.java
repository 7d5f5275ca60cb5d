package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Annotations;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.TestScope;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a rule may ask while it looks, and whom it tells. */
public final class LintContext {

    private final TestScope scope;
    private final TestFiles files;
    private final Consumer<Violation> told;
    private final Supplier<FailureExpectations> failures;
    private final Supplier<Set<String>> readFields;

    /**
     * For one look.
     *
     * @param scope the tests and the code that they reach
     * @param files their resources
     * @param told is told of violations
     */
    public LintContext(TestScope scope, TestFiles files, Consumer<Violation> told) {
        this.scope = scope;
        this.files = files;
        this.told = told;
        this.failures = new Once<>(() -> new FailureExpectations(scope));
        this.readFields = new Once<>(() -> UnusedCode.fieldsRead(this));
    }

    private LintContext(LintContext other, Consumer<Violation> told) {
        this.scope = other.scope;
        this.files = other.files;
        this.told = told;
        this.failures = other.failures;
        this.readFields = other.readFields;
    }

    /**
     * The same for one of several threads.
     *
     * @param listener is told of violations
     * @return knows what this one knows
     */
    public LintContext telling(Consumer<Violation> listener) {
        return new LintContext(this, listener);
    }

    /**
     * Knows which tests expect a failure.
     *
     * @return the same for all rules
     */
    public FailureExpectations failures() {
        return failures.get();
    }

    /** The names of the fields that code reads which tests execute; found once, since it goes through all code. */
    Set<String> readFields() {
        return readFields.get();
    }

    /**
     * The tests and the code that they reach.
     *
     * @return the same for all rules
     */
    public TestScope scope() {
        return scope;
    }

    /**
     * All classes that the tests see.
     *
     * @return the same for all rules
     */
    public ClassIndex index() {
        return scope.index();
    }

    /**
     * Finds annotations.
     *
     * @return the same for all rules
     */
    public Annotations annotations() {
        return scope.annotations();
    }

    /**
     * A text file in the test output, for example a script.
     *
     * @param name its path, with slashes
     * @return empty if there is none
     */
    public Optional<TestFile> file(String name) {
        return files.find(name);
    }

    /**
     * Tells of a violation. The same one told again counts once.
     *
     * @param violation the violation
     */
    public void report(Violation violation) {
        told.accept(violation);
    }

    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> search;
        private @Nullable T found;

        Once(Supplier<T> search) {
            this.search = search;
        }

        @Override
        public synchronized T get() {
            T known = found;
            if (known == null) {
                known = search.get();
                found = known;
            }
            return known;
        }
    }
}
