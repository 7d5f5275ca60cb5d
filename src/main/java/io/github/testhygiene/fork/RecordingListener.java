package io.github.testhygiene.fork;

import io.github.testhygiene.wire.Frame;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private @Nullable OutcomeListener outcomes;

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
            OutcomeListener listener = new OutcomeListener(plan, session::send);
            listener.testPlanExecutionStarted(plan);
            outcomes = listener;
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        outcomes = null;
        RecordingSession session = RecordingSession.current();
        if (session != null) {
            session.end(plan);
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        forward(listener -> listener.executionStarted(identifier));
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        forward(listener -> listener.executionSkipped(identifier, reason));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        forward(listener -> listener.executionFinished(identifier, result));
    }

    private void forward(java.util.function.Consumer<OutcomeListener> event) {
        OutcomeListener listener = outcomes;
        if (listener != null) {
            quietly(() -> event.accept(listener));
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
