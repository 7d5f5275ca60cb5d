package io.github.testhygiene.replay;

import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of a replayed run while it is made. */
public final class ReplayLines {

    private static final int MOST_TESTS = 30;
    private static final int MOST_LINES_OF_A_MESSAGE = 10;

    private final ReplayScenario scenario;
    private final RunRequest request;
    private final Map<TestId, RecordedTest> tests;

    ReplayLines(ReplayScenario scenario, RunRequest request) {
        this.scenario = scenario;
        this.request = request;
        this.tests = request.tests().stream().collect(Collectors.toMap(RecordedTest::id, Function.identity()));
    }

    /** Before the run: what is executed where. */
    List<String> before(Database database) {
        List<RecordedTest> order = request.tests();
        int jvms = request.segments().size();
        List<String> lines = new ArrayList<>();
        lines.add("Replaying " + scenario.name() + ": " + Wording.count(order.size(), "test") + " in "
                + (jvms == 1 ? "a fresh JVM" : jvms + " fresh JVMs")
                + (request.experiment().rounds() == 1
                        ? ""
                        : ", " + request.experiment().rounds() + " rounds")
                + ", on a fresh clone of the database (" + database.provider().label() + " PostgreSQL "
                + database.version() + ")");
        int hidden = Math.max(0, order.size() - MOST_TESTS);
        if (hidden > 0) {
            lines.add("  … " + Wording.count(hidden, "test") + " before these");
        }
        for (int i = hidden; i < order.size(); i++) {
            lines.add("  " + (i + 1) + ". " + order.get(i).shortName());
        }
        return lines;
    }

    /** After the run: what each test showed; of many that passed only the number. */
    List<String> after(RunResult result) {
        List<String> lines = new ArrayList<>(round(result.outcomes(), ""));
        if (request.experiment().rounds() > 1) {
            lines.addAll(round(result.again(), " the second time"));
        }
        return lines;
    }

    private List<String> round(Map<TestId, TestOutcome> outcomes, String when) {
        boolean few = outcomes.size() <= MOST_TESTS;
        List<String> lines = new ArrayList<>();
        int unnamed = 0;
        for (TestOutcome outcome : outcomes.values()) {
            if (few || outcome.failed() || outcome.id().equals(scenario.suspect())) {
                lines.addAll(lines(outcome, when));
            } else {
                unnamed++;
            }
        }
        if (unnamed > 0) {
            lines.add("  " + Wording.count(unnamed, "other test") + " did not fail" + when);
        }
        return lines;
    }

    private List<String> lines(TestOutcome outcome, String when) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + outcome.status().label() + when + ": " + name(tests.get(outcome.id()), outcome.id()));
        outcome.findFailure().ifPresent(failure -> {
            lines.add("    " + failure.type());
            failure.message().strip().lines().limit(MOST_LINES_OF_A_MESSAGE).forEach(line -> lines.add("    " + line));
        });
        return lines;
    }

    private static String name(@Nullable RecordedTest test, TestId id) {
        return test == null ? id.value() : test.shortName();
    }
}
