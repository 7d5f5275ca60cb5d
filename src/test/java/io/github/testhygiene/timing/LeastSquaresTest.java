package io.github.testhygiene.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.testhygiene.timing.LeastSquares.Point;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class LeastSquaresTest {

    /** The first of Anscombe's four sets (The American Statistician 27, 1973), whose line and correlation are published. */
    @Example
    void agreesWithAPublishedExample() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

        LeastSquares line = LeastSquares.through(IntStream.range(0, x.length)
                        .mapToObj(i -> new Point(x[i], y[i]))
                        .toList())
                .orElseThrow();

        assertThat(line.slope()).isCloseTo(0.500, within(0.001));
        assertThat(line.r()).isCloseTo(0.816, within(0.001));
    }

    @Example
    void thereIsNoLineWithoutADifference() {
        assertThat(LeastSquares.through(List.of())).isEmpty();
        assertThat(LeastSquares.through(List.of(new Point(1, 1)))).isEmpty();
        assertThat(LeastSquares.through(List.of(new Point(1, 1), new Point(1, 2))))
                .isEmpty();
        assertThat(LeastSquares.through(List.of(new Point(1, 0.1), new Point(2, 0.1), new Point(3, 0.1))))
                .isEmpty();
    }

    @Property
    void theCorrelationLiesBetweenMinusOneAndOne(
            @ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = 0, max = 1e6) Double> values) {
        List<Point> points = IntStream.range(0, values.size())
                .mapToObj(i -> new Point(i, values.get(i)))
                .toList();

        LeastSquares.through(points).ifPresent(line -> {
            assertThat(line.r()).isBetween(-1.0, 1.0);
            assertThat(Math.signum(line.r())).isEqualTo(Math.signum(line.slope()));
        });
    }
}
