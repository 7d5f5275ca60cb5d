package io.github.testhygiene.report.chart;

import static io.github.testhygiene.report.chart.ChartReports.report;
import static io.github.testhygiene.report.chart.ChartReports.test;
import static io.github.testhygiene.report.chart.ChartReports.victim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PollutionPictureTest {

    private static final Pattern LINE = Pattern.compile("M(\\d+) (\\d+)C.* (\\d+) (\\d+)H(\\d+)");

    @Property(tries = 200)
    void noBoxOverlapsAndEveryLineEndsAtItsBoxes(
            @ForAll @Size(min = 1, max = 25) List<@Size(min = 1, max = 4) List<@IntRange(max = 9) Integer>> polluters) {
        List<TestEntry> tests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tests.add(test(i, 80, VerdictKind.ISOLATED));
        }
        polluters.forEach(of -> tests.add(
                victim(tests.size(), of.stream().mapToInt(Integer::intValue).toArray())));
        PollutionPicture picture = PollutionPicture.of(report(tests));
        PollutionGraph graph = picture.graphs().get(0);

        assertApart(graph.culprits(), graph.height());
        assertApart(graph.suspects(), graph.height());
        assertThat(graph.edges()).hasSize(picture.shown());
        assertThat(picture.shown()).isLessThanOrEqualTo(40);
        for (GraphEdge edge : graph.edges()) {
            Matcher line = LINE.matcher(edge.line());
            assertThat(line.matches()).isTrue();
            assertTouches(graph.culprits(), Integer.parseInt(line.group(2)));
            assertTouches(graph.suspects(), Integer.parseInt(line.group(4)));
        }
        assertThat(graph.edges().stream().map(GraphEdge::labelY)).doesNotHaveDuplicates();
    }

    private static void assertApart(List<GraphNode> nodes, int height) {
        int free = 0;
        for (GraphNode node : nodes) {
            assertThat(node.y()).isGreaterThanOrEqualTo(free);
            free = node.y() + node.height();
        }
        assertThat(free).isLessThanOrEqualTo(height);
    }

    private static void assertTouches(List<GraphNode> nodes, int y) {
        assertThat(nodes).anyMatch(node -> node.y() < y && y < node.y() + node.height());
    }

    @Example
    void thePictureIsCappedAndSaysSo() {
        List<TestEntry> tests = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tests.add(test(i, 80, VerdictKind.ISOLATED));
        }
        IntStream.range(5, 100).forEach(i -> tests.add(victim(i, i < 60 ? 0 : i % 5)));
        PollutionPicture picture = PollutionPicture.of(report(tests));

        assertThat(picture.all()).isEqualTo(95);
        assertThat(picture.shown()).isEqualTo(40);
        assertThat(picture.graphs().get(0).culprits()).hasSize(5);
    }

    @Example
    void namesAreCutToTheirBoxes() {
        assertThat(CutText.cut("short", 5)).isEqualTo("short");
        assertThat(CutText.cut("tooLong", 5)).isEqualTo("tooL…");
        assertThat(CutText.cut("漢字漢字", 5)).isEqualTo("漢字…");
    }
}
