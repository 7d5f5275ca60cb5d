package io.github.testhygiene.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the numbers 0 to n-1 in which every number directly follows every other one: at least once, and for an even n
 * exactly once. For an even n it is the row-complete square that a zigzag makes, a Tuscan square (S. W. Golomb, H.
 * Taylor, "Tuscan squares – a new family of combinatorial designs", Ars Combinatoria 20-B, 1985). For an odd n it is
 * the square of n+1 without its last number, which leaves n+1 rows. That tests in such orders find every dependence on a
 * direct neighbour with the fewest orders is the idea of C. Li, M. M. Khosravi, W. Lam, A. Shi, "Systematically
 * Producing Test Orders to Detect Order-Dependent Flaky Tests", ISSTA 2023.
 */
final class TuscanSquare {

    private TuscanSquare() {}

    /**
     * How many rows there are.
     *
     * @param size how many numbers; not negative
     * @return 0 for no number, 1 for one, otherwise the next even number
     */
    static int rows(int size) {
        return size <= 1 ? size : size + size % 2;
    }

    /**
     * One row.
     *
     * @param size how many numbers; at least 1
     * @param row which row, from 0 up; rows beyond the last begin again with the first
     * @return all numbers, each once
     */
    static List<Integer> row(int size, int row) {
        int even = Math.max(2, size + size % 2);
        List<Integer> numbers = new ArrayList<>(size);
        for (int i = 0; i < even; i++) {
            // 0, n-1, 1, n-2, …: its differences are all different, so each shift of it has other neighbours.
            int zigzag = i % 2 == 0 ? i / 2 : even - 1 - i / 2;
            int number = (zigzag + row) % even;
            if (number < size) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
