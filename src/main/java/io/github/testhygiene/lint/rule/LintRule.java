package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.TestClass;

/** Looks for one habit. Instances keep nothing between two visits. */
public interface LintRule {

    /**
     * What it looks for.
     *
     * @return always the same
     */
    RuleDescription habit();

    /**
     * Looks at everything at once, for what only all classes together tell.
     *
     * @param context what is known, and who is told
     */
    default void visitTests(LintContext context) {}

    /**
     * Looks at a class whose tests are selected.
     *
     * @param testClass the class, with what it inherits
     * @param context what else is known, and who is told
     */
    default void visitClass(TestClass testClass, LintContext context) {}

    /**
     * Looks at a method that tests reach; each is visited once, however many tests reach it.
     *
     * @param code the method
     * @param context what else is known, and who is told
     */
    default void visitCode(ReachedCode code, LintContext context) {}

    /**
     * Looks at a settings file of the tests, such as {@code application.properties}.
     *
     * @param file the file
     * @param context what else is known, and who is told
     */
    default void visitFile(TestFile file, LintContext context) {}
}
