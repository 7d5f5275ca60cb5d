package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes planned runs in fast forks. A pass there counts. Whatever else they show is asked of a plain fork, whose word
 * counts; where the two differ, the rest of the class is run in plain forks. Repeats, searches and experiments are made in
 * plain ones at once. Safe for use by several threads.
 */
public final class FastForkRunner implements TestRunner {

    private static final Set<RunKind> PLANNED = Set.of(RunKind.ALONE, RunKind.TWICE, RunKind.REVERSE, RunKind.SHUFFLED);

    private final TestRunner plain;
    private final @Nullable TestRunner fast;
    private final BooleanSupplier over;
    private final Consumer<String> log;
    private final Set<String> plainClasses = new LinkedHashSet<>();
    private final Set<Integer> plainLaunches = new HashSet<>();
    private int fastRuns;
    private int plainRuns;
    private int repeated;

    /**
     * Of two runners.
     *
     * @param plain makes runs in JVMs that are launched as the recorded ones
     * @param fast makes them in JVMs that start sooner; null if every run is made in a plain one
     * @param over whether there is no time for another run
     * @param log told once for each class that goes plain
     */
    public FastForkRunner(TestRunner plain, @Nullable TestRunner fast, BooleanSupplier over, Consumer<String> log) {
        this.plain = plain;
        this.fast = fast;
        this.over = over;
        this.log = log;
    }

    @Override
    public void prepare(RunRequest next) {
        TestRunner first = fastFor(next);
        (first == null ? plain : first).prepare(next);
    }

    @Override
    public void rest() {
        if (fast != null) {
            fast.rest();
        }
        plain.rest();
    }

    @Override
    public RunResult run(RunRequest request) {
        TestRunner sooner = fastFor(request);
        if (sooner == null) {
            count(0, 1, 0);
            return plain.run(request);
        }
        RunResult first = sooner.run(request);
        if (hasPassed(request, first)) {
            count(1, 0, 0);
            return first;
        }
        if (over.getAsBoolean()) {
            count(1, 0, 0);
            return withoutAnswer(first);
        }
        count(1, 1, 1);
        RunResult second = plain.run(request);
        compare(request, first, second);
        return new RunResult(
                second.exit(),
                second.outcomes(),
                first.duration().plus(second.duration()),
                second.again(),
                second.observed());
    }

    private @Nullable TestRunner fastFor(RunRequest request) {
        return fast != null && mayBeFast(request) ? fast : null;
    }

    private synchronized boolean mayBeFast(RunRequest request) {
        return PLANNED.contains(request.kind())
                && request.segments().stream().noneMatch(segment -> plainLaunches.contains(segment.launch()))
                && (plainClasses.isEmpty()
                        || request.tests().stream()
                                .map(RecordedTest::topLevelClass)
                                .noneMatch(plainClasses::contains));
    }

    private synchronized void count(int inFast, int inPlain, int again) {
        fastRuns += inFast;
        plainRuns += inPlain;
        repeated += again;
    }

    /** Only a pass in every round counts: what was skipped has passed in the user's run. */
    private static boolean hasPassed(RunRequest request, RunResult result) {
        if (!(result.exit() instanceof RunExit.Completed)) {
            return false;
        }
        return havePassed(request, result.outcomes())
                && (request.experiment().rounds() == 1 || havePassed(request, result.again()));
    }

    private static boolean havePassed(RunRequest request, Map<TestId, TestOutcome> outcomes) {
        return request.tests().stream().allMatch(test -> hasPassed(test, outcomes));
    }

    private static boolean hasPassed(RecordedTest test, Map<TestId, TestOutcome> outcomes) {
        TestOutcome outcome = outcomes.get(test.id());
        return outcome != null && outcome.passed();
    }

    private static RunResult withoutAnswer(RunResult first) {
        RunExit exit = first.exit() instanceof RunExit.NoAnswer
                ? first.exit()
                : new RunExit.NoAnswer("something failed in a fast fork, and there was no time to ask a plain one");
        return new RunResult(exit, Map.of(), first.duration());
    }

    private synchronized void compare(RunRequest request, RunResult first, RunResult second) {
        if (!(second.exit() instanceof RunExit.Completed)) {
            return;
        }
        if (first.outcomes().isEmpty()
                && !(first.exit() instanceof RunExit.Completed)
                && first.lostWhileRunning().isEmpty()) {
            boolean news = false;
            for (Segment segment : request.segments()) {
                news |= plainLaunches.add(segment.launch());
            }
            if (news) {
                log.accept("Re-runs go on in plain forks: a fast one ended before its first test");
            }
            return;
        }
        for (RecordedTest test : request.tests()) {
            boolean differs = (didNotPass(test, first, first.outcomes()) && hasPassed(test, second.outcomes()))
                    || (didNotPass(test, first, first.again()) && hasPassed(test, second.again()));
            if (differs && plainClasses.add(test.topLevelClass())) {
                log.accept("The rest of " + test.topLevelClass() + " is run in plain forks: `" + test.shortName()
                        + "` did not pass in a fast one, and passed in a plain one");
            }
        }
    }

    /** Whether a test is one that did not pass; what a lost JVM never reached is not held against anybody. */
    private static boolean didNotPass(RecordedTest test, RunResult first, Map<TestId, TestOutcome> round) {
        TestOutcome outcome = round.get(test.id());
        return outcome == null
                ? first.lostWhileRunning().filter(test.id()::equals).isPresent()
                : !outcome.passed();
    }

    /**
     * What was done so far.
     *
     * @return numbers, and the classes that are run in plain forks
     */
    public synchronized ForkUse use() {
        return new ForkUse(fastRuns, plainRuns, repeated, List.copyOf(plainClasses));
    }
}
