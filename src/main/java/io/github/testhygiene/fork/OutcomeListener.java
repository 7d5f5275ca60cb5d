package io.github.testhygiene.fork;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Secrets;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.wire.Frame;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Turns the events of one test plan into frames, one pair of {@code Started} and {@code Finished} for each test. Tests
 * that a failed or skipped fixture kept from starting get their outcome from it.
 */
final class OutcomeListener implements TestExecutionListener {

    private static final int LONGEST_MESSAGE = 10_000;
    private static final int LONGEST_STACK_TRACE = 50_000;

    private final Consumer<Frame> out;
    private final BodyTimes bodyTimes;
    private final TestDescriptions descriptions;
    private final Set<String> described = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> startNanos = new ConcurrentHashMap<>();
    private final Map<String, Throwable> invocationFailures = new ConcurrentHashMap<>();

    /** For a run whose bodies nobody measures. */
    OutcomeListener(TestPlan plan, Consumer<Frame> out) {
        this(plan, out, new BodyTimes(System::nanoTime, boundary -> {}));
    }

    OutcomeListener(TestPlan plan, Consumer<Frame> out, BodyTimes bodyTimes) {
        this.descriptions = new TestDescriptions(plan);
        this.out = out;
        this.bodyTimes = bodyTimes;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        List<TestIdentifier> tests = descriptions.all();
        tests.forEach(test -> described.add(test.getUniqueId()));
        out.accept(new Frame.Found(tests.stream().map(descriptions::describe).toList()));
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (isTest(identifier)) {
            describe(identifier);
            out.accept(new Frame.Started(new TestId(identifier.getUniqueId())));
            startNanos.put(identifier.getUniqueId(), bodyTimes.nanos());
            bodyTimes.open(identifier.getUniqueId());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        endTestsBelow(identifier, TestStatus.SKIPPED, null);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Throwable thrown = result.getThrowable().orElse(null);
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (isTest(identifier)) {
            Throwable cause = thrown != null ? thrown : invocationFailures.get(identifier.getUniqueId());
            boolean invocationFailed = invocationFailures.containsKey(identifier.getUniqueId());
            TestStatus status = failed || invocationFailed
                    ? TestStatus.FAILED
                    : result.getStatus() == TestExecutionResult.Status.ABORTED ? TestStatus.SKIPPED : TestStatus.PASSED;
            end(identifier, status, cause);
        } else if (failed) {
            descriptions
                    .owner(identifier)
                    .ifPresentOrElse(
                            owner -> invocationFailures.putIfAbsent(
                                    owner.getUniqueId(),
                                    thrown != null ? thrown : new AssertionError(identifier.getDisplayName())),
                            () -> endTestsBelow(identifier, TestStatus.FAILED, thrown));
        } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            endTestsBelow(identifier, TestStatus.SKIPPED, null);
        }
    }

    private boolean isTest(TestIdentifier identifier) {
        return descriptions.owner(identifier).filter(identifier::equals).isPresent();
    }

    private void describe(TestIdentifier test) {
        if (described.add(test.getUniqueId())) {
            RecordedTest found = descriptions.describe(test);
            out.accept(new Frame.Found(List.of(found)));
        }
    }

    private void endTestsBelow(TestIdentifier identifier, TestStatus status, @Nullable Throwable thrown) {
        if (descriptions
                .owner(identifier)
                .filter(owner -> !owner.equals(identifier))
                .isPresent()) {
            return; // one invocation of a parameterized test
        }
        for (TestIdentifier test : descriptions.testsBelow(identifier)) {
            describe(test);
            end(test, status, thrown);
        }
    }

    private void end(TestIdentifier test, TestStatus status, @Nullable Throwable thrown) {
        if (ended.add(test.getUniqueId())) {
            BodyTimes.Times times = bodyTimes.close(test.getUniqueId());
            Long start = startNanos.get(test.getUniqueId());
            // Waiting for us is no work of the test's.
            Duration duration = start == null
                    ? Duration.ZERO
                    : Duration.ofNanos(bodyTimes.nanos() - start).minus(times.waited());
            TestFailure failure = status == TestStatus.FAILED ? failure(thrown) : null;
            TestId id = new TestId(test.getUniqueId());
            out.accept(new Frame.Finished(new TestOutcome(id, status, duration, failure, times.body())));
        }
    }

    private static TestFailure failure(@Nullable Throwable thrown) {
        if (thrown == null) {
            return new TestFailure("unknown", "", "");
        }
        String message;
        StringWriter trace = new StringWriter();
        try {
            String told = thrown.getMessage();
            message = told == null ? "" : told;
            thrown.printStackTrace(new PrintWriter(trace));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // An exception's own code fails: the test failed all the same, and must not seem to have crashed.
            message = "(its message could not be read: " + e + ")";
        }
        // Before they are cut, since half a secret would not be recognized.
        Secrets secrets = Secrets.of(List.of(RecipeCapture.systemProperties(), System.getenv()));
        return new TestFailure(
                thrown.getClass().getName(),
                cut(secrets.mask(message), LONGEST_MESSAGE),
                cut(secrets.mask(trace.toString()), LONGEST_STACK_TRACE));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
