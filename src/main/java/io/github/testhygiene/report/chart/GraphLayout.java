package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.TestId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Lays out one graph. Every line ends at a place of its own, so that no label covers another one. */
final class GraphLayout {

    /** From one line's end to the next one's. */
    private static final int PORT = 20;

    private static final int MARGIN = 2;
    private static final int RIGHT_X = PollutionGraph.WIDTH - GraphNode.WIDTH - MARGIN;

    private final List<Dependence> dependences;
    private final List<Dependence.Source> sources;
    private final List<TestId> suspects;
    private final List<ColumnOrder.Link> links;
    private final ColumnOrder order;
    private final NodeText texts;
    private final BoxColumn left;
    private final BoxColumn right;

    GraphLayout(List<Dependence> dependences, Function<TestId, String> names) {
        this.dependences = dependences;
        this.texts = new NodeText(names);
        this.sources = dependences.stream().map(Dependence::source).distinct().toList();
        this.suspects = dependences.stream().map(Dependence::suspect).distinct().toList();
        this.links = dependences.stream()
                .map(each -> new ColumnOrder.Link(sources.indexOf(each.source()), suspects.indexOf(each.suspect())))
                .toList();
        this.order = ColumnOrder.of(sources.size(), suspects.size(), links);
        this.left = new BoxColumn(
                order.left(),
                box -> height(texts.lines(sources.get(box)).size(), linksOf(box, ColumnOrder.Link::left)));
        this.right = new BoxColumn(order.right(), box -> height(1, linksOf(box, ColumnOrder.Link::right)));
        alignTheShorter();
    }

    private int linksOf(int box, ToIntFunction<ColumnOrder.Link> end) {
        return (int) links.stream().filter(link -> end.applyAsInt(link) == box).count();
    }

    private static int height(int lines, int ports) {
        return Math.max(GraphNode.height(lines), (ports + 1) * PORT);
    }

    private void alignTheShorter() {
        if (left.bottom() < right.bottom()) {
            left.spread(box -> mean(box, ColumnOrder.Link::left, link -> right.middle(link.right())), right.bottom());
        } else {
            right.spread(box -> mean(box, ColumnOrder.Link::right, link -> left.middle(link.left())), left.bottom());
        }
    }

    private double mean(int box, ToIntFunction<ColumnOrder.Link> end, ToIntFunction<ColumnOrder.Link> middle) {
        return links.stream()
                .filter(link -> end.applyAsInt(link) == box)
                .mapToInt(middle)
                .average()
                .orElse(0);
    }

    PollutionGraph graph(boolean setsUp) {
        return new PollutionGraph(
                setsUp,
                order.left().stream().map(this::culprit).toList(),
                order.right().stream().map(this::suspect).toList(),
                IntStream.range(0, links.size()).mapToObj(this::edge).toList(),
                Math.max(left.bottom(), right.bottom()) + MARGIN);
    }

    private GraphNode culprit(int box) {
        Dependence.Source source = sources.get(box);
        return new GraphNode(texts.caption(source), texts.lines(source), MARGIN, left.top(box), left.height(box));
    }

    private GraphNode suspect(int box) {
        TestId test = suspects.get(box);
        return new GraphNode(texts.caption(test), texts.lines(test), RIGHT_X, right.top(box), right.height(box));
    }

    private GraphEdge edge(int number) {
        ColumnOrder.Link link = links.get(number);
        List<Integer> out = ends(ColumnOrder.Link::left, link.left(), ColumnOrder.Link::right, order.right());
        List<Integer> in = ends(ColumnOrder.Link::right, link.right(), ColumnOrder.Link::left, order.left());
        int fromY = port(left.middle(link.left()), out.indexOf(number), out.size());
        int toY = port(right.middle(link.right()), in.indexOf(number), in.size());
        return EdgeLine.route(dependences.get(number), MARGIN + GraphNode.WIDTH, fromY, RIGHT_X, toY);
    }

    /** The lines of one box, in the order in which their other ends stand. */
    private List<Integer> ends(
            ToIntFunction<ColumnOrder.Link> end, int box, ToIntFunction<ColumnOrder.Link> other, List<Integer> column) {
        return IntStream.range(0, links.size())
                .filter(i -> end.applyAsInt(links.get(i)) == box)
                .boxed()
                .sorted(Comparator.comparingInt(i -> column.indexOf(other.applyAsInt(links.get(i)))))
                .toList();
    }

    private static int port(int middle, int place, int ports) {
        return middle + (2 * place - ports + 1) * PORT / 2;
    }
}
