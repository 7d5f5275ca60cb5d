package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.TestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ContainersByTestTest {

    private static final TestId ONE = SampleTests.test("shop.OrderIT", "one").id();
    private static final TestId OTHER =
            SampleTests.test("shop.OrderIT", "other").id();

    private static Instant at(int second) {
        return Instant.ofEpochSecond(1_600_000_000L + second);
    }

    private static ContainerStart start(int second) {
        return new ContainerStart(at(second), "redis:7", "id-" + second);
    }

    private static TestSpan span(TestId id, int from, int to) {
        return new TestSpan(id, at(from), at(to));
    }

    @Example
    void aStartBelongsToTheTestThatRanAlone() {
        ContainersByTest found = ContainersByTest.of(
                List.of(start(3), start(2), start(4), start(6), start(9)), List.of(span(ONE, 2, 4), span(OTHER, 4, 6)));

        assertThat(found.byTest()).isEqualTo(Map.of(ONE, List.of(start(2), start(3)), OTHER, List.of(start(4))));
        assertThat(found.others()).containsExactly(start(6), start(9));
    }

    @Example
    void aStartWhileTwoTestsRanBelongsToNeither() {
        ContainersByTest found =
                ContainersByTest.of(List.of(start(1), start(3), start(5)), List.of(span(ONE, 0, 4), span(OTHER, 2, 6)));

        assertThat(found.byTest()).isEqualTo(Map.of(ONE, List.of(start(1)), OTHER, List.of(start(5))));
        assertThat(found.others()).containsExactly(start(3));
    }

    @Example
    void aSpanDoesNotEndBeforeItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(ONE, 2, 1)).withMessageContaining("ends before");
    }

    @Property
    void everyContainerIsToldOnceInWhateverOrderTheyCome(
            @ForAll @Size(max = 8) List<@IntRange(max = 20) Integer> starts,
            @ForAll @Size(max = 5) List<@IntRange(max = 20) Integer> spans,
            @ForAll Random random) {
        List<ContainerStart> all =
                starts.stream().distinct().map(ContainersByTestTest::start).toList();
        List<TestSpan> tests = IntStream.range(0, spans.size())
                .mapToObj(i -> span(SampleTests.test("shop.A", "m" + i).id(), spans.get(i), spans.get(i) + 3))
                .toList();
        ContainersByTest found = ContainersByTest.of(all, tests);
        List<ContainerStart> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);

        assertThat(Stream.concat(
                        found.others().stream(),
                        found.byTest().values().stream().flatMap(Collection::stream)))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(ContainersByTest.of(shuffled, tests)).isEqualTo(found);
    }
}
