package io.github.testhygiene.fork;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.wire.Frame;
import io.github.testhygiene.wire.RerunOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A look at this JVM before its first test, and one after its last. It takes seconds at most, and whatever goes wrong in
 * it is not the tests' business: then nothing is said.
 */
final class JvmObservation {

    private static final long LIMIT_MILLIS = 5_000;
    private static final long MOMENT_MILLIS = 200;

    private final @Nullable Jvm jvm;
    private final @Nullable Look before;

    private JvmObservation(@Nullable Jvm jvm, @Nullable Look before) {
        this.jvm = jvm;
        this.before = before;
    }

    /** What is there at a moment. */
    private record Look(LiveThreads threads, JvmState state, StaticFields fields) {}

    /**
     * How to look.
     *
     * @param testThread the thread that executes the tests
     */
    private record Jvm(ObservingAgent.Agent agent, JdkInternalsAccess internals, OwnClasses own, Thread testThread) {

        Look look(LiveThreads threads) {
            JvmState state = JvmState.now(threads);
            List<Class<?>> types = own.initialised(agent.instrumentation(), internals.initialised());
            return new Look(threads, state, StaticFields.of(types, reader()));
        }

        ValueReader reader() {
            return new ValueReader(own, local -> internals.inThread().apply(testThread, local));
        }
    }

    /** Looks for the first time, if that is wanted. For the thread that executes the tests. */
    static JvmObservation of(RerunOptions options) {
        ObservingAgent.Agent agent = options.observed() ? ObservingAgent.current() : null;
        if (agent == null) {
            return new JvmObservation(null, null);
        }
        Thread testThread = Thread.currentThread();
        Jvm jvm = TimeLimitedWork.call(LIMIT_MILLIS, () -> open(agent, options, testThread));
        return new JvmObservation(
                jvm, jvm == null ? null : TimeLimitedWork.call(LIMIT_MILLIS, () -> jvm.look(LiveThreads.now())));
    }

    private static Jvm open(ObservingAgent.Agent agent, RerunOptions options, Thread testThread)
            throws IOException, ReflectiveOperationException {
        return new Jvm(
                agent,
                JdkInternalsAccess.open(agent.instrumentation()),
                new OwnClasses(options.projectFolders()),
                testThread);
    }

    /**
     * Looks for the last time, and tells the differences: first without the initial state of new classes, since finding
     * that runs code of theirs, which may end this JVM.
     */
    void end(Consumer<Frame> out) {
        Jvm looking = jvm;
        Look then = before;
        if (looking == null || then == null) {
            return;
        }
        Look now = TimeLimitedWork.call(
                LIMIT_MILLIS, () -> looking.look(LiveThreads.settled(then.threads(), MOMENT_MILLIS)));
        if (now == null) {
            return;
        }
        List<LeakTrace> known = new ArrayList<>(now.state().since(then.state()));
        FieldChanges changes = new FieldChanges(then.fields(), now.fields());
        known.addAll(changes.ofOldClasses());
        Set<String> classes = now.fields().classes().keySet();
        StaticFields nothing = new StaticFields(Map.of());
        out.accept(new Frame.Observed(plus(known, changes.ofNewClasses(nothing, nothing)), classes));
        List<LeakTrace> ofNewClasses = TimeLimitedWork.call(LIMIT_MILLIS, () -> ofNewClasses(looking, changes));
        if (ofNewClasses != null) {
            out.accept(new Frame.Observed(plus(known, ofNewClasses), classes));
        }
    }

    private static List<LeakTrace> ofNewClasses(Jvm jvm, FieldChanges changes) throws IOException {
        InitialState initialState = new InitialState(jvm.agent().classPath());
        StaticFields initial = initialState.of(changes.newClasses(), jvm.reader());
        StaticFields repeated = initialState.of(changes.differing(initial), jvm.reader());
        return changes.ofNewClasses(initial, repeated);
    }

    private static List<LeakTrace> plus(List<LeakTrace> some, List<LeakTrace> others) {
        List<LeakTrace> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
