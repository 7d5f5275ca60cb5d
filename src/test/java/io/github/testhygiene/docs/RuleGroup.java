package io.github.testhygiene.docs;

import static io.github.testhygiene.model.Rule.*;

import io.github.testhygiene.model.Rule;
import java.util.List;

/** Under which headings the index lists the rules. */
enum RuleGroup {
    ORDER_AND_TIME(
            "Order and time",
            "Found by running the tests again, alone and in other orders, and by the clock.",
            VICTIM,
            BRITTLE,
            NON_IDEMPOTENT,
            FLAKY,
            FAILING,
            SLOW_TEST,
            SLOW_SUITE,
            UNCHECKED),
    LEFT_BEHIND(
            "What is left behind",
            "Found in the database and among the module's files after each test, and on its server after each run.",
            LEAVES_ROWS,
            LEAVES_SCHEMA,
            ADVANCES_SEQUENCE,
            LEAVES_SESSION,
            LEAVES_CLUSTER_STATE,
            LEAVES_FILES),
    ASKED(
            "What is asked of the database",
            "Found in what the server executed for each test.",
            NEVER_REACHES_DATABASE,
            WRITE_NOT_READ_BACK,
            USES_ANOTHER_DATABASE,
            DUPLICATE_STATEMENT,
            OPENS_CONNECTIONS),
    EXECUTED("What is executed", "Found in the list of the tests that ran.", Rule.EXECUTED_TWICE),
    HABITS(
            "Habits in the code",
            "Found in the compiled test classes and the test resources, without running anything: by the goal `lint`"
                    + " (`mvn test-compile test-hygiene:lint`), and in the report of `isolate`. Where one is meant so,"
                    + " a [suppression](suppressions.md) says why.",
            MOCKED_DATABASE,
            SUBSTITUTE_ENGINE,
            FIXED_DATABASE,
            CONTAINER_PER_TEST,
            SCHEMA_PER_TEST,
            NO_ASSERTION,
            HAPPY_PATH_ONLY,
            DECLARES_ORDER,
            SHARED_MUTABLE_STATE,
            GLOBAL_STATE,
            SLEEPS,
            EXTERNAL_NETWORK,
            FIXED_PORT,
            FIXED_FILE,
            COMMITS_BY_HAND,
            RANDOM_OR_CLOCK,
            UNREAD_CLASS,
            UNUSED_SUPPRESSION);

    private final String title;
    private final String introduction;
    private final List<Rule> rules;

    RuleGroup(String title, String introduction, Rule... rules) {
        this.title = title;
        this.introduction = introduction;
        this.rules = List.of(rules);
    }

    String title() {
        return title;
    }

    String introduction() {
        return introduction;
    }

    List<Rule> rules() {
        return rules;
    }
}
