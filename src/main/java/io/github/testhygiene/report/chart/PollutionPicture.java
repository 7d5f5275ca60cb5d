package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Who pollutes whom, and who sets up for whom, as a graph each. Public for the templates alone.
 *
 * @param graphs the polluters' graph, then the state-setters'; without those that would be empty
 * @param shown how many dependences the graphs show
 * @param all how many there are
 */
public record PollutionPicture(List<PollutionGraph> graphs, int shown, int all) {

    private static final int EDGES = 40;
    private static final int EDGES_OF_ONE = 15;
    private static final int NAME_LIMIT = 200;

    /** Copies the list. */
    public PollutionPicture {
        graphs = List.copyOf(graphs);
    }

    /**
     * Draws the graphs.
     *
     * @param report the report
     * @return without graphs if nobody was shown to depend on anybody
     */
    public static PollutionPicture of(HygieneReport report) {
        Map<TestId, TestEntry> tests = new HashMap<>();
        report.tests().forEach(test -> tests.putIfAbsent(test.id(), test));
        Function<TestId, String> names = id -> {
            TestEntry test = tests.get(id);
            return PlainText.line(test == null ? id.value() : test.shortName(), NAME_LIMIT);
        };
        List<Dependence> all = Dependence.of(report, names);
        List<Dependence> shown = worst(all);
        List<PollutionGraph> graphs = new ArrayList<>();
        for (boolean setsUp : new boolean[] {false, true}) {
            List<Dependence> part = shown.stream()
                    .filter(each -> each.source().setsUp() == setsUp)
                    .toList();
            if (!part.isEmpty()) {
                graphs.add(new GraphLayout(part, names).graph(setsUp));
            }
        }
        return new PollutionPicture(graphs, shown.size(), all.size());
    }

    /** Those on whom most depend come first; one of them alone must not fill the picture. */
    private static List<Dependence> worst(List<Dependence> all) {
        Map<Dependence.Source, List<Dependence>> bySource = new LinkedHashMap<>();
        all.forEach(each -> bySource.computeIfAbsent(each.source(), unused -> new ArrayList<>())
                .add(each));
        return bySource.values().stream()
                .sorted(Comparator.comparingInt((List<Dependence> effects) -> -effects.size()))
                .flatMap(effects -> effects.stream().limit(EDGES_OF_ONE))
                .limit(EDGES)
                .toList();
    }
}
