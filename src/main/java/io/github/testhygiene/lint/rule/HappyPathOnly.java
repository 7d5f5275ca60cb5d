package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds classes that never ask what happens when something is refused. */
final class HappyPathOnly implements LintRule {

    /** Of fewer tests, nobody expects one of each kind. */
    private static final int FEWEST = 4;

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.HAPPY_PATH_ONLY,
            "Add a test of what has to be refused: a duplicate, a missing row, a wrong value, a caller without the right.");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitTests(LintContext context) {
        FailureExpectations failures = context.failures();
        Map<ClassFile, List<TestMethod>> tests = new LinkedHashMap<>();
        for (TestClass testClass : context.scope().testClasses()) {
            tests.computeIfAbsent(TopLevelClass.find(context.index(), testClass.file()), file -> new ArrayList<>())
                    .addAll(testClass.tests());
        }
        tests.forEach((file, all) -> {
            boolean isUnreadable =
                    all.stream().anyMatch(test -> test.declaring().isGroovy());
            if (all.size() >= FEWEST && !isUnreadable && all.stream().noneMatch(failures::expectsFailure)) {
                context.report(new Violation(
                        HABIT,
                        ViolationPlace.of(declaring(file, all)),
                        "",
                        "None of its " + all.size() + " tests expects a failure."));
            }
        });
    }

    /** The class that declares all the tests, if it is one, so that those who inherit them are not all accused. */
    private static ClassFile declaring(ClassFile file, List<TestMethod> tests) {
        List<ClassFile> declaring =
                tests.stream().map(TestMethod::declaring).distinct().toList();
        return declaring.size() == 1 && declaring.get(0).isAbstract() ? declaring.get(0) : file;
    }
}
