package io.github.testhygiene.diagnosis;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.LeakExperiments;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A suite whose tests depend on each other as a script says. Its clock goes on by one second for each test. */
final class ScriptedSuite implements TestRunner, LeakExperiments {

    /** How a test ends. */
    enum End {
        PASS,
        FAIL,
        SKIP,
        CRASH,
        HANG
    }

    /** Decides how a test ends. */
    @FunctionalInterface
    interface Rule {

        /**
         * @param before the tests that ran before it in the same run
         * @param rerun false in the reference run
         */
        End end(List<RecordedTest> before, boolean rerun);

        /** Through what the tests that ran before have their effect. */
        default Leak leak() {
            return Leak.JVM;
        }

        /** The tests whose rows have the effect, if it goes through the database. */
        default List<RecordedTest> writers() {
            return List.of();
        }

        /** Whether it is the fixtures of their classes that have the effect. */
        default boolean byFixtures() {
            return false;
        }
    }

    private final Map<RecordedTest, Rule> rules = new LinkedHashMap<>();
    private final AtomicLong nanos = new AtomicLong();

    ScriptedSuite with(RecordedTest test, Rule rule) {
        rules.put(test, rule);
        return this;
    }

    List<RecordedTest> tests() {
        return List.copyOf(rules.keySet());
    }

    Rule rule(RecordedTest test) {
        return rules.get(test);
    }

    long nanoTime() {
        return nanos.get();
    }

    /** What the user's own run shows. */
    Recording recording() {
        List<TestOutcome> outcomes = new ArrayList<>();
        new Play(false, Set.of()).round(tests(), Set.of(), outcomes);
        return SampleRecordings.of(tests(), outcomes);
    }

    @Override
    public RunResult run(RunRequest request) {
        return run(request, new Play(true, Set.of()));
    }

    private RunResult run(RunRequest request, Play play) {
        Experiment experiment = request.experiment();
        List<TestOutcome> outcomes = new ArrayList<>();
        List<TestOutcome> again = new ArrayList<>();
        RunExit exit = new RunExit.Completed();
        for (Segment segment : request.segments()) {
            play.newJvm(experiment.ownDatabases());
            exit = play.round(segment.tests(), experiment.fixturesOnly(), outcomes);
            if (experiment.rounds() == 2 && exit instanceof RunExit.Completed) {
                exit = play.round(segment.tests(), experiment.fixturesOnly(), again);
            }
            if (!(exit instanceof RunExit.Completed)) {
                break;
            }
        }
        Duration duration = Duration.ofSeconds((long) request.tests().size() * experiment.rounds());
        nanos.addAndGet(duration.toNanos());
        RunResult result = RunResult.of(exit, outcomes, duration);
        return new RunResult(
                exit,
                result.outcomes(),
                duration,
                RunResult.of(exit, again, duration).outcomes(),
                null);
    }

    /** One run: what has happened so far in its JVM, in its database, and outside. */
    private final class Play {

        private final boolean rerun;
        private final List<RecordedTest> jvm = new ArrayList<>();
        private final List<RecordedTest> database = new ArrayList<>();
        private final List<RecordedTest> outside = new ArrayList<>();
        private final List<RecordedTest> fixtures = new ArrayList<>();

        Play(boolean rerun, Set<RecordedTest> writers) {
            this.rerun = rerun;
            database.addAll(writers);
        }

        void newJvm(boolean ownDatabase) {
            jvm.clear();
            fixtures.clear();
            if (ownDatabase) {
                database.clear();
            }
        }

        RunExit round(List<RecordedTest> order, Set<TestId> fixturesOnly, List<TestOutcome> outcomes) {
            for (RecordedTest test : order) {
                fixtures.add(test);
                if (fixturesOnly.contains(test.id())) {
                    outcomes.add(SampleTests.skipped(test));
                    continue;
                }
                switch (end(test)) {
                    case PASS -> outcomes.add(SampleTests.passed(test));
                    case FAIL -> outcomes.add(SampleTests.failed(test));
                    case SKIP -> outcomes.add(SampleTests.skipped(test));
                    case CRASH -> {
                        return new RunExit.Crashed(137, test.id(), "");
                    }
                    case HANG -> {
                        return new RunExit.TimedOut(Duration.ofMinutes(1), test.id());
                    }
                }
                List.of(jvm, database, outside).forEach(before -> before.add(test));
            }
            return new RunExit.Completed();
        }

        private End end(RecordedTest test) {
            Rule rule = rules.get(test);
            if (rule.byFixtures()) {
                return rule.end(fixtures.subList(0, fixtures.size() - 1), rerun);
            }
            return rule.end(
                    switch (rule.leak()) {
                        case JVM -> jvm;
                        case DATABASE -> database;
                        case OUTSIDE, UNDETERMINED -> outside;
                    },
                    rerun);
        }
    }

    /** Every test that a rule names leaves two rows, and every test one that does no harm. */
    @Override
    public KeptDatabase after(RunRequest culprit) {
        Play play = new Play(true, Set.of());
        return new ScriptedDatabase(run(culprit, play), List.copyOf(play.database));
    }

    private final class ScriptedDatabase implements KeptDatabase {

        private final RunResult result;
        private final List<RecordedTest> executed;
        private final List<LeftItem> items = new ArrayList<>();
        private final Map<Integer, RecordedTest> writers = new HashMap<>();

        ScriptedDatabase(RunResult result, List<RecordedTest> executed) {
            this.result = result;
            this.executed = executed;
            for (RecordedTest test : executed) {
                add("public.log", Set.of());
                if (rules.values().stream().anyMatch(rule -> rule.writers().contains(test))) {
                    int parent = items.size();
                    writers.put(parent, test);
                    add(table(test), Set.of(parent + 1));
                    add(table(test), Set.of());
                }
            }
        }

        private void add(String table, Set<Integer> requires) {
            int number = items.size();
            items.add(new LeftItem(number, LeftItem.Kind.INSERTED, table, "id " + number, requires));
        }

        @Override
        public RunResult result() {
            return result;
        }

        @Override
        public List<LeftItem> items() {
            return List.copyOf(items);
        }

        @Override
        public Optional<String> limits() {
            return Optional.empty();
        }

        @Override
        public Optional<String> limitsBesidesNew() {
            return Optional.empty();
        }

        @Override
        public Set<String> newTables() {
            return Set.of();
        }

        @Override
        public KeptDatabase comparedWith(KeptDatabase started) {
            return this;
        }

        @Override
        public KeptDatabase after(RunRequest request) {
            Play play = new Play(true, Set.copyOf(executed));
            RunResult after = ScriptedSuite.this.run(request, play);
            return new ScriptedDatabase(after, play.database.subList(executed.size(), play.database.size()));
        }

        @Override
        public RunResult run(Set<Integer> takenBack, RunRequest request) {
            for (int number : takenBack) {
                if (!takenBack.containsAll(items.get(number).requires())) {
                    throw new AssertionError("a row that others refer to was taken back without them");
                }
            }
            Set<RecordedTest> left = new HashSet<>(executed);
            takenBack.stream().map(writers::get).forEach(left::remove);
            return ScriptedSuite.this.run(request, new Play(true, left));
        }

        @Override
        public List<String> cleanUp(Set<Integer> takenBack) {
            return takenBack.stream().sorted().map(number -> "DELETE " + number).toList();
        }

        @Override
        public RunResult runAfter(List<String> statements, RunRequest request) {
            return run(
                    statements.stream()
                            .map(statement -> Integer.valueOf(statement.substring(7)))
                            .collect(Collectors.toSet()),
                    request);
        }

        @Override
        public void close() {}
    }

    /** The table into which a test writes what others fail of. */
    static String table(RecordedTest test) {
        return "public." + test.methodName();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rules.forEach((test, rule) ->
                text.append(test.shortName()).append(": ").append(rule).append('\n'));
        return text.toString();
    }
}
