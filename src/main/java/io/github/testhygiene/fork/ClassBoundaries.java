package io.github.testhygiene.fork;

import io.github.testhygiene.wire.Frame;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells where classes start and end, so that what their fixtures do is not taken for the work of their first or last
 * test. After a test's end only the fixtures of its class can write, and only if it is the class's last: then, and only
 * then, they wait until the end is noted.
 */
final class ClassBoundaries {

    private final TestPlan plan;
    private final RecordingSession session;
    private final Map<String, Integer> endedChildren = new ConcurrentHashMap<>();

    ClassBoundaries(TestPlan plan, RecordingSession session) {
        this.plan = plan;
        this.session = session;
    }

    void executionStarted(TestIdentifier identifier) {
        className(identifier).ifPresent(name -> session.sendAndWait(new Frame.ClassStarted(name)));
    }

    /** Something was executed or skipped; the frame of its outcome has been sent. */
    void ended(TestIdentifier identifier) {
        className(identifier).ifPresent(name -> session.sendAndWait(new Frame.ClassFinished(name)));
        plan.getParent(identifier)
                .filter(parent -> className(parent).isPresent())
                .filter(this::isComplete)
                .ifPresent(parent -> session.barrier());
    }

    private boolean isComplete(TestIdentifier parent) {
        int ended = endedChildren.merge(parent.getUniqueId(), 1, Integer::sum);
        return ended >= plan.getChildren(parent).size();
    }

    private static Optional<String> className(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(ClassSource.class::cast)
                .map(ClassSource::getClassName);
    }
}
