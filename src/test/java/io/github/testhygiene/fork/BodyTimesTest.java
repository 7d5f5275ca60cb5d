package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fork.BodyTimes.Body;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BodyTimesTest {

    private static final String TEST = "[engine:e]/[class:C]/[test-template:t(int)]";

    private final AtomicLong clock = new AtomicLong();
    private final List<Frame> told = new ArrayList<>();
    private final BodyTimes bodyTimes = new BodyTimes(clock::get, told::add);

    private static Duration nanos(long nanos) {
        return Duration.ofNanos(nanos);
    }

    @Property(tries = 100)
    void timesOfAllInvocationsAddUp(@ForAll @Size(max = 8) List<@IntRange(max = 1_000) Integer> invocations) {
        told.clear();
        bodyTimes.open(TEST);
        for (int i = 0; i < invocations.size(); i++) {
            clock.addAndGet(50);
            Body body = bodyTimes.of(TEST + "/[test-template-invocation:#" + (i + 1) + "]");
            body.begins();
            clock.addAndGet(invocations.get(i));
            body.ends();
            clock.addAndGet(50);
        }

        long sum = invocations.stream().mapToLong(Integer::longValue).sum();
        assertThat(bodyTimes.close(TEST).body()).isEqualTo(invocations.isEmpty() ? null : nanos(sum));
        assertThat(told).hasSize(2 * invocations.size());
    }

    @Example
    void aPartOfAnotherTestIsNoPartOfThisOne() {
        bodyTimes.open(TEST);

        assertThat(bodyTimes.of("[engine:e]/[class:C]")).isNull();
        assertThat(bodyTimes.of(TEST + "2/[test-template-invocation:#1]")).isNull();
        assertThat(bodyTimes.of("[engine:e]/[class:D]/[method:m()]")).isNull();
        assertThat(bodyTimes.of(TEST)).isNotNull();
    }

    @Example
    void aTestThatHasEndedHasNoBodyAnyMore() {
        bodyTimes.open(TEST);
        bodyTimes.close(TEST);

        assertThat(bodyTimes.of(TEST)).isNull();
        assertThat(bodyTimes.close(TEST).body()).isNull();
    }

    @Example
    void aBodyThatWasGivenUpEndsWithItsTest() {
        bodyTimes.open(TEST);
        Body body = bodyTimes.of(TEST);
        body.begins();
        clock.addAndGet(9);

        assertThat(bodyTimes.close(TEST).body()).isEqualTo(nanos(9));
        body.ends();
        TestId id = new TestId(TEST);
        assertThat(told).containsExactly(new Frame.BodyStarted(id), new Frame.BodyFinished(id));
    }

    @Example
    void anInvocationThatWasGivenUpAndTheNextOneAreOneBody() {
        bodyTimes.open(TEST);
        Body body = bodyTimes.of(TEST);
        body.begins();
        clock.addAndGet(9);
        body.begins();
        clock.addAndGet(2);
        body.ends();
        clock.addAndGet(4);
        body.ends();

        assertThat(bodyTimes.close(TEST).body()).isEqualTo(nanos(15));
        assertThat(told).hasSize(2);
    }
}
