package io.github.testhygiene.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BoxColumnTest {

    @Property(tries = 300)
    void boxesNeverOverlapWhereverTheyWantToBe(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 20, max = 200) Integer> heights,
            @ForAll @Size(value = 12) List<@IntRange(min = -500, max = 5_000) Integer> wanted,
            @ForAll @IntRange(max = 1_000) int spare) {
        List<Integer> order = IntStream.range(0, heights.size()).boxed().toList();
        BoxColumn column = new BoxColumn(order, heights::get);
        int limit = column.bottom() + spare;

        column.spread(wanted::get, limit);

        int free = BoxColumn.TOP;
        for (int box : order) {
            assertThat(column.top(box)).isGreaterThanOrEqualTo(free);
            free = column.top(box) + column.height(box) + BoxColumn.GAP;
        }
        assertThat(column.bottom()).isEqualTo(free - BoxColumn.GAP).isLessThanOrEqualTo(limit);
    }
}
