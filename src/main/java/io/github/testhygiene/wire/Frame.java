package io.github.testhygiene.wire;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the two JVMs say to each other. */
public sealed interface Frame {

    /** The protocol's version; both sides must speak the same. */
    int PROTOCOL_VERSION = 5;

    /**
     * The tests' JVM presents itself; always its first frame.
     *
     * @param version the protocol's version that it speaks
     * @param token the secret that it was handed
     * @param pid its process id
     */
    record Hello(int version, String token, long pid) implements Frame {}

    /**
     * The answer to a recorded JVM's hello.
     *
     * @param systemProperties what to set before any test class is initialised
     * @param defaults what to set where the user has set nothing
     * @param inMavensJvm whether the tests run in Maven's own JVM ({@code forkCount=0})
     * @param barriers whether to wait for {@link Proceed} at each {@link Barrier}
     */
    record Welcome(
            Map<String, String> systemProperties, Map<String, String> defaults, boolean inMavensJvm, boolean barriers)
            implements Frame {

        /** Copies the maps. */
        public Welcome {
            systemProperties = Map.copyOf(systemProperties);
            defaults = Map.copyOf(defaults);
        }
    }

    /**
     * The answer to a hello that is not accepted; the connection ends.
     *
     * @param reason a sentence
     */
    record Refused(String reason) implements Frame {}

    /**
     * How the tests' JVM was launched.
     *
     * @param recipe what is needed to launch it again
     */
    record Launched(LaunchRecipe recipe) implements Frame {}

    /**
     * Tests that will be, or were just, found.
     *
     * @param tests their descriptions
     */
    record Found(List<RecordedTest> tests) implements Frame {

        /** Copies the list. */
        public Found {
            tests = List.copyOf(tests);
        }
    }

    /**
     * A test starts; flushed before it does, so that a crash has a culprit.
     *
     * @param id the test
     */
    record Started(TestId id) implements Frame {}

    /**
     * A test, or a test that could not even start, has its outcome.
     *
     * @param outcome how it ended
     */
    record Finished(TestOutcome outcome) implements Frame {}

    /**
     * A class starts: the fixtures that run once for all its tests come next. Sent in recorded runs alone.
     *
     * @param className its binary name
     */
    record ClassStarted(String className) implements Frame {}

    /**
     * A class has ended, with its fixtures. Sent in recorded runs alone.
     *
     * @param className its binary name
     */
    record ClassFinished(String className) implements Frame {}

    /**
     * A test's own method starts, after the fixtures; sent in re-runs whose request asks for it, once for each invocation.
     *
     * @param id the test
     */
    record BodyStarted(TestId id) implements Frame {}

    /**
     * A test's own method has ended.
     *
     * @param id the test
     */
    record BodyFinished(TestId id) implements Frame {}

    /** The tests' JVM waits until Maven's side has done its work for all frames before this one. */
    record Barrier() implements Frame {}

    /** The answer to a {@link Barrier}. */
    record Proceed() implements Frame {}

    /**
     * What a re-run is to do; the answer to its hello.
     *
     * @param tests the tests in the order in which to execute them
     * @param systemProperties what to set before the launcher starts
     * @param configurationParameters the launcher's configuration parameters
     * @param bodies whether to send {@link BodyStarted} and {@link BodyFinished}, each with a {@link Barrier}
     * @param options what to do otherwise than in the user's run
     */
    record Request(
            List<RecordedTest> tests,
            Map<String, String> systemProperties,
            Map<String, String> configurationParameters,
            boolean bodies,
            RerunOptions options)
            implements Frame {

        /** Copies the collections. */
        public Request {
            tests = List.copyOf(tests);
            systemProperties = Map.copyOf(systemProperties);
            configurationParameters = Map.copyOf(configurationParameters);
        }

        /**
         * Of a re-run as the user does it.
         *
         * @param tests the tests in the order in which to execute them
         * @param systemProperties what to set before the launcher starts
         * @param configurationParameters the launcher's configuration parameters
         * @param bodies whether to tell of bodies
         */
        public Request(
                List<RecordedTest> tests,
                Map<String, String> systemProperties,
                Map<String, String> configurationParameters,
                boolean bodies) {
            this(tests, systemProperties, configurationParameters, bodies, RerunOptions.NONE);
        }
    }

    /** All tests have been executed once, and are executed again now; sent in re-runs of two rounds. */
    record NextRound() implements Frame {}

    /**
     * What an observed re-run left in its JVM; sent after its last test. It may come a second time, and then says more.
     *
     * @param traces what is other than it was before the first test
     * @param classes the binary names of the project's own classes that are initialised
     */
    record Observed(List<LeakTrace> traces, Set<String> classes) implements Frame {

        /** Copies the collections. */
        public Observed {
            traces = List.copyOf(traces);
            classes = Set.copyOf(classes);
        }
    }

    /**
     * The tests use Testcontainers; sent once for each id, as soon as it is seen.
     *
     * @param id the value of the label {@code org.testcontainers.sessionId} of all containers that this JVM starts
     */
    record ContainerSession(String id) implements Frame {}

    /** Nothing more will be said; without it the JVM has crashed. */
    record Bye() implements Frame {}
}
