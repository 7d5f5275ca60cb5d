package io.github.testhygiene.fork;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.wire.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of a re-run's JVM: asks what to do, executes it in one launcher request for each round, and tells what
 * happened.
 */
public final class RerunMain {

    // By name, since these classes cannot be loaded where the tests run without Jupiter.
    private static final String ORDERERS = "io.github.testhygiene.fork.";

    private RerunMain() {}

    /**
     * Executes one request of Maven's side.
     *
     * @param arguments the host, the port and the token of Maven's end of the wire
     * @throws IOException if the wire breaks
     */
    public static void main(String[] arguments) throws IOException {
        try (ForkConnection connection =
                ForkConnection.open(arguments[0], Integer.parseInt(arguments[1]), arguments[2])) {
            Frame.Request request = connection.read(Frame.Request.class);
            connection.endWithMaven();
            execute(request, connection);
            connection.write(new Frame.Bye());
        }
        // Threads that the tests left running must not keep the JVM alive; failsafe's fork ends in the same way.
        System.exit(0);
    }

    private static void execute(Frame.Request request, ForkConnection connection) {
        request.systemProperties().forEach(System::setProperty);
        FixturesOnly.set(request.options().fixturesOnly());
        BodyTimes bodies =
                new BodyTimes(System::nanoTime, request.bodies() ? new BodyBoundaries(connection) : boundary -> {});
        BodyTimes.set(bodies);
        Consumer<Frame> out = frame -> send(connection, frame);
        new ContainerSessions().watch(id -> out.accept(new Frame.ContainerSession(id)));
        try (LauncherSession session = LauncherFactory.openSession()) {
            Launcher launcher = session.getLauncher();
            TestPlan plan = plan(launcher, request);
            JvmObservation observation = JvmObservation.of(request.options());
            launcher.execute(plan, new OutcomeListener(plan, out, bodies));
            for (int round = 2; round <= request.options().rounds(); round++) {
                out.accept(new Frame.NextRound());
                TestPlan again = plan(launcher, request);
                launcher.execute(again, new OutcomeListener(again, out, bodies));
            }
            observation.end(out);
        }
    }

    /** Finds the tests anew; the ranks of the planned order are handed out once for each plan. */
    private static TestPlan plan(Launcher launcher, Frame.Request request) {
        PlannedOrder.set(request.tests());
        return launcher.discover(discovery(request));
    }

    /**
     * Selects the planned tests alone, and has them executed one after the other in the planned order, with extensions of
     * ours and no other that was not there.
     */
    static LauncherDiscoveryRequest discovery(Frame.Request request) {
        Map<String, String> parameters = new HashMap<>(request.configurationParameters());
        parameters.put("junit.jupiter.testclass.order.default", ORDERERS + "PlannedClassOrder");
        parameters.put("junit.jupiter.testmethod.order.default", ORDERERS + "PlannedMethodOrder");
        parameters.put("junit.jupiter.execution.parallel.enabled", "false");
        // A test that is gone must not look like a crash of all the others: Maven's side sees that it was not executed.
        parameters.put("junit.platform.discovery.listener.default", "logging");
        parameters.putAll(ExtensionAutodetection.ofThisJvm().parameters(inEffect(parameters)));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(request.tests().stream()
                        .map(RecordedTest::id)
                        .map(id -> DiscoverySelectors.selectUniqueId(id.value()))
                        .toList())
                .configurationParameters(parameters)
                .build();
    }

    /** What counts besides: system properties and the user's file. */
    private static ConfigurationParameters inEffect(Map<String, String> parameters) {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(parameters)
                .build()
                .getConfigurationParameters();
    }

    private static void send(ForkConnection connection, Frame frame) {
        try {
            connection.write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
