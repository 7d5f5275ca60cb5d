package io.github.testhygiene.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PairSetTest {

    @Property(tries = 50)
    void itHoldsWhatASetOfPairsHolds(@ForAll @IntRange(min = 1, max = 3_000) int count, @ForAll long seed) {
        Random random = new Random(seed);
        PairSet pairs = new PairSet();
        Set<List<Integer>> expected = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int first = random.nextInt(60);
            int second = random.nextInt(Integer.MAX_VALUE) % 60;
            assertThat(pairs.add(first, second)).isEqualTo(expected.add(List.of(first, second)));
        }

        assertThat(pairs.size()).isEqualTo(expected.size());
        for (int first = 0; first < 60; first++) {
            for (int second = 0; second < 60; second++) {
                assertThat(pairs.contains(first, second)).isEqualTo(expected.contains(List.of(first, second)));
            }
        }
    }

    @Example
    void negativeNumbersAreRefused() {
        assertThatThrownBy(() -> new PairSet().add(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
