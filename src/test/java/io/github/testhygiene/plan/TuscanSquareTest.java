package io.github.testhygiene.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TuscanSquareTest {

    @Property(tries = 60)
    void everyRowHasEveryNumberOnce(@ForAll @IntRange(min = 1, max = 60) int size) {
        List<Integer> numbers = IntStream.range(0, size).boxed().toList();

        assertThat(rows(size)).allSatisfy(row -> assertThat(row).containsExactlyInAnyOrderElementsOf(numbers));
    }

    @Property(tries = 60)
    void everyNumberDirectlyFollowsEveryOtherOne(@ForAll @IntRange(min = 1, max = 60) int size) {
        List<List<Integer>> neighbours = neighbours(size);

        assertThat(new HashSet<>(neighbours)).hasSize(size * (size - 1));
    }

    @Property(tries = 30)
    void ofAnEvenNumberEachDoesSoOnce(@ForAll @IntRange(min = 1, max = 30) int half) {
        assertThat(neighbours(2 * half)).doesNotHaveDuplicates();
    }

    @Property(tries = 30)
    void anOddNumberTakesOneRowMore(@ForAll @IntRange(min = 1, max = 30) int half) {
        assertThat(TuscanSquare.rows(2 * half + 1)).isEqualTo(2 * half + 2);
        assertThat(TuscanSquare.rows(2 * half)).isEqualTo(2 * half);
    }

    @Property(tries = 30)
    void afterTheLastRowTheFirstOneComesAgain(@ForAll @IntRange(min = 2, max = 30) int size) {
        assertThat(TuscanSquare.row(size, TuscanSquare.rows(size))).isEqualTo(TuscanSquare.row(size, 0));
        assertThat(Set.copyOf(rows(size))).hasSize(TuscanSquare.rows(size));
    }

    private static List<List<Integer>> rows(int size) {
        return IntStream.range(0, TuscanSquare.rows(size))
                .mapToObj(row -> TuscanSquare.row(size, row))
                .toList();
    }

    private static List<List<Integer>> neighbours(int size) {
        List<List<Integer>> neighbours = new ArrayList<>();
        for (List<Integer> row : rows(size)) {
            for (int i = 1; i < size; i++) {
                neighbours.add(row.subList(i - 1, i + 1));
            }
        }
        return Collections.unmodifiableList(neighbours);
    }
}
