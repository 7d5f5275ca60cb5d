package io.github.testhygiene.lint.code;

import java.util.Set;

/**
 * Code that tests reach.
 *
 * @param file its class
 * @param method its method
 * @param roles what reaches it, perhaps
 * @param always what of that always does, as far as branches tell
 */
public record ReachedCode(ClassFile file, Method method, Set<Role> roles, Set<Role> always) {

    /** Copies the sets. */
    public ReachedCode {
        roles = Set.copyOf(roles);
        always = Set.copyOf(always);
    }

    /**
     * Whether it is executed for each test.
     *
     * @return true if a test, or what is executed around each, always reaches it
     */
    public boolean perTest() {
        return always.stream().anyMatch(Role::perTest);
    }

    /**
     * Whether a step in it is executed for each test.
     *
     * @param step one of its steps
     * @return true if it is executed whenever the method is, and that for each test
     */
    public boolean perTest(Step step) {
        return perTest() && !step.conditional();
    }
}
