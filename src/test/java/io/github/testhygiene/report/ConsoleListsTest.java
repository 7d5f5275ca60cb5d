package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ConsoleListsTest {

    private static void add(ConsoleLists<String> lists, String name, int size, int limit) {
        lists.add(IntStream.range(0, size).boxed().toList(), limit, i -> name + i);
    }

    @Example
    void listsThatFitAreCutAtTheirOwnLimitsOnly() {
        ConsoleLists<String> lists = new ConsoleLists<>(Function.identity());
        add(lists, "a", 3, 2);
        add(lists, "b", 1, 1);
        add(lists, "c", 0, 5);

        assertThat(lists.lines(4)).containsExactly("a0", "a1", "… and 1 more in the report", "b0");
    }

    @Example
    void theLongestGivesWayFirst() {
        ConsoleLists<String> lists = new ConsoleLists<>(Function.identity());
        add(lists, "a", 6, 8);
        add(lists, "b", 2, 5);

        assertThat(lists.lines(6)).containsExactly("a0", "a1", "a2", "… and 3 more in the report", "b0", "b1");
    }

    @Example
    void anItemOfSeveralLinesIsNotTornApart() {
        ConsoleLists<String> lists = new ConsoleLists<>(Function.identity());
        lists.addBlocks(List.of("a", "b", "c"), 3, item -> List.of(item + "1", item + "2"));
        add(lists, "d", 2, 2);

        assertThat(lists.lines(5)).containsExactly("a1", "a2", "… and 2 more in the report", "d0", "d1");
    }

    @Property
    void theyAlwaysFitAndNoneIsForgotten(
            @ForAll @Size(max = 5) List<@IntRange(max = 40) Integer> sizes,
            @ForAll @IntRange(min = 10, max = 30) int room) {
        ConsoleLists<String> lists = new ConsoleLists<>(Function.identity());
        for (int i = 0; i < sizes.size(); i++) {
            add(lists, "list" + i + " ", sizes.get(i), 8);
        }

        List<String> lines = lists.lines(room);

        assertThat(lines).hasSizeLessThanOrEqualTo(room);
        for (int i = 0; i < sizes.size(); i++) {
            String name = "list" + i + " ";
            assertThat(lines.stream().anyMatch(line -> line.startsWith(name))).isEqualTo(sizes.get(i) > 0);
        }
    }
}
