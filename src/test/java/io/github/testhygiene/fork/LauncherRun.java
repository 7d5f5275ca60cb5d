package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.wire.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What our listener said of one launcher request, executed in this JVM.
 *
 * @param frames everything, in order
 */
record LauncherRun(List<Frame> frames) {

    static LauncherRun of(Class<?>... types) {
        return of(LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(types)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build());
    }

    static LauncherRun of(LauncherDiscoveryRequest request) {
        return of(request, new BodyTimes(System::nanoTime, boundary -> {}));
    }

    static LauncherRun of(LauncherDiscoveryRequest request, BodyTimes bodyTimes) {
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
        List<Frame> frames = new CopyOnWriteArrayList<>();
        TestPlan plan = launcher.discover(request);
        launcher.execute(plan, new OutcomeListener(plan, frames::add, bodyTimes));
        return new LauncherRun(List.copyOf(frames));
    }

    List<RecordedTest> found() {
        return all(Frame.Found.class).flatMap(found -> found.tests().stream()).toList();
    }

    List<TestId> started() {
        return all(Frame.Started.class).map(Frame.Started::id).toList();
    }

    List<TestOutcome> outcomes() {
        return all(Frame.Finished.class).map(Frame.Finished::outcome).toList();
    }

    private <F extends Frame> Stream<F> all(Class<F> type) {
        return frames.stream().filter(type::isInstance).map(type::cast);
    }

    RecordedTest test(String methodName) {
        List<RecordedTest> tests = found().stream()
                .filter(test -> test.methodName().equals(methodName))
                .toList();
        assertThat(tests).as(methodName).hasSize(1);
        return tests.get(0);
    }

    TestOutcome outcome(String methodName) {
        TestId id = test(methodName).id();
        List<TestOutcome> outcomes =
                outcomes().stream().filter(each -> each.id().equals(id)).toList();
        assertThat(outcomes).as(methodName).hasSize(1);
        return outcomes.get(0);
    }

    /** Every test is described before anything is said of it, starts at most once, and has exactly one outcome after. */
    LauncherRun assertConsistent() {
        List<TestId> found = found().stream().map(RecordedTest::id).toList();
        List<TestId> ended = outcomes().stream().map(TestOutcome::id).toList();
        assertThat(found).isNotEmpty().doesNotHaveDuplicates();
        assertThat(started()).doesNotHaveDuplicates().isSubsetOf(found);
        assertThat(ended).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(found);
        assertThat(frames.get(0)).isInstanceOf(Frame.Found.class);
        for (TestOutcome outcome : outcomes()) {
            int start = frames.indexOf(new Frame.Started(outcome.id()));
            assertThat(start).isLessThan(frames.indexOf(new Frame.Finished(outcome)));
        }
        return this;
    }
}
