package io.github.testhygiene.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.report.chart.ColumnOrder.Link;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ColumnOrderTest {

    @Property(tries = 200)
    void noOrderIsWorseThanNoneAndNobodyIsLost(@ForAll @Size(max = 20) List<@IntRange(max = 63) Integer> ends) {
        List<Link> links = new ArrayList<>();
        ends.forEach(end -> links.add(new Link(end / 8, end % 8)));
        List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7);

        ColumnOrder order = ColumnOrder.of(8, 8, links);

        assertThat(order.crossings(links)).isLessThanOrEqualTo(new ColumnOrder(all, all).crossings(links));
        assertThat(order.left()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(order.right()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Example
    void linesThatNeedNotCrossDoNot() {
        List<Link> crossed = List.of(new Link(0, 2), new Link(0, 3), new Link(1, 0), new Link(2, 1), new Link(2, 0));

        assertThat(ColumnOrder.of(3, 4, crossed).crossings(crossed)).isZero();
    }
}
