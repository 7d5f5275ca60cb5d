package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.MethodRef;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.lint.code.TestMethod;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds the test classes on whose behalf some code is executed. */
final class ReachingTestClasses {

    private ReachingTestClasses() {}

    /**
     * The test classes whose methods reach some code.
     *
     * @param code the code
     * @param roles the methods to start from
     * @param context knows the tests
     * @return empty if only extensions reach it
     */
    static List<TestClass> find(ReachedCode code, Set<Role> roles, LintContext context) {
        return candidates(code.file(), context).stream()
                .filter(each -> reaches(each.methods(roles).toList(), code, context))
                .toList();
    }

    /**
     * Whether methods reach some code.
     *
     * @param methods the methods to start from
     * @param code the code
     * @param context knows the tests
     * @return true if one does, by whatever branch
     */
    static boolean reaches(Collection<TestMethod> methods, ReachedCode code, LintContext context) {
        Set<MethodRef> reaching =
                context.scope().lookup().reaching(code.method().ref());
        return methods.stream().anyMatch(each -> reaching.contains(each.method().ref()));
    }

    /** Code of a test class is searched from that class and those that inherit it, which spares following all others. */
    private static List<TestClass> candidates(ClassFile file, LintContext context) {
        List<TestClass> subclasses = context.scope().lookup().subclasses(file.name());
        return subclasses.isEmpty() ? context.scope().testClasses() : subclasses;
    }
}
