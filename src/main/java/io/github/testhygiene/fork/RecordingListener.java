package io.github.testhygiene.fork;

import io.github.testhygiene.wire.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Records the user's own run: JUnit finds it through the ServiceLoader. Silent unless {@link RecordingSession} has a
 * connection; whatever goes wrong here never reaches the user's tests.
 */
public final class RecordingListener implements TestExecutionListener {

    private final ContainerSessions sessions = new ContainerSessions();
    private @Nullable OutcomeListener outcomes;
    private @Nullable ClassBoundaries boundaries;

    /** For JUnit. */
    public RecordingListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        RecordingSession session = RecordingSession.current();
        if (session == null || !session.begin(plan)) {
            return;
        }
        quietly(() -> {
            session.send(new Frame.Launched(
                    RecipeCapture.recipe(session.systemProperties(), explicitParameters(plan, session))));
            OutcomeListener listener = new OutcomeListener(plan, frame -> {
                if (frame instanceof Frame.Started) {
                    session.sendAndWait(frame);
                } else {
                    session.send(frame);
                }
            });
            listener.testPlanExecutionStarted(plan);
            outcomes = listener;
            boundaries = new ClassBoundaries(plan, session);
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        outcomes = null;
        boundaries = null;
        RecordingSession session = RecordingSession.current();
        if (session != null) {
            session.end(plan);
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        forward(boundary -> boundary.executionStarted(identifier), listener -> listener.executionStarted(identifier));
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        forward(boundary -> boundary.ended(identifier), listener -> listener.executionSkipped(identifier, reason));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        forward(boundary -> boundary.ended(identifier), listener -> listener.executionFinished(identifier, result));
    }

    private void forward(Consumer<ClassBoundaries> boundary, Consumer<OutcomeListener> event) {
        OutcomeListener listener = outcomes;
        ClassBoundaries classes = boundaries;
        if (listener != null && classes != null) {
            quietly(() -> {
                reportContainerSessions();
                event.accept(listener);
                boundary.accept(classes);
            });
        }
    }

    /** At each boundary, since Testcontainers has no id before its first use. */
    private void reportContainerSessions() {
        RecordingSession session = RecordingSession.current();
        if (session != null) {
            sessions.report(id -> session.send(new Frame.ContainerSession(id)));
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError e) {
            System.err.println("[test-hygiene] a test was not recorded: " + e);
        }
    }

    /** What was given to the launcher by name; what comes from system properties and files comes again by itself. */
    private static Map<String, String> explicitParameters(TestPlan plan, RecordingSession session) {
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        Map<String, String> explicit = new LinkedHashMap<>();
        for (String name : parameters.keySet()) {
            if (!session.systemProperties().containsKey(name)) {
                parameters.get(name).ifPresent(value -> explicit.put(name, value));
            }
        }
        return explicit;
    }
}
