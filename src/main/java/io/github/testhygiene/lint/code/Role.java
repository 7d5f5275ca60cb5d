package io.github.testhygiene.lint.code;

/** When the test framework executes a method. */
public enum Role {
    /** A test. */
    TEST(true),
    /** Before each test. */
    BEFORE_EACH(true),
    /** After each test. */
    AFTER_EACH(true),
    /** While the instance for a test is made: constructors and the values of fields. */
    CONSTRUCTION(true),
    /** Once before the tests of a class. */
    BEFORE_ALL(false),
    /** Once after the tests of a class. */
    AFTER_ALL(false),
    /** Once, when a class is first used. */
    CLASS_INITIALISATION(false),
    /** Never: a test that is disabled, or not selected. */
    SKIPPED(false),
    /** Nobody knows when, or whether at all. */
    OTHER(false);

    private final boolean perTest;

    Role(boolean perTest) {
        this.perTest = perTest;
    }

    /**
     * Whether it is executed for each test.
     *
     * @return true if so
     */
    public boolean perTest() {
        return perTest;
    }

    /**
     * Whether it is neither a test nor made by the compiler: what prepares and cleans up.
     *
     * @return true for all that is executed before or after tests
     */
    public boolean isFixture() {
        return this == BEFORE_EACH || this == AFTER_EACH || this == BEFORE_ALL || this == AFTER_ALL;
    }
}
