package io.github.testhygiene.report.chart;

import io.github.testhygiene.model.TestId;
import io.github.testhygiene.text.PlainText;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in a box: a name over two lines, so that it is seldom cut. */
final class NodeText {

    private static final int NAME_LIMIT = 200;
    private static final int COLUMNS = 33;
    private static final int CAPTION_COLUMNS = 36;
    private static final int LINES = 5;

    private final Function<TestId, String> names;

    NodeText(Function<TestId, String> names) {
        this.names = names;
    }

    String caption(TestId test) {
        String name = names.apply(test);
        return CutText.cut(name.substring(0, Math.max(0, dot(name))), CAPTION_COLUMNS);
    }

    List<GraphNode.Line> lines(TestId test) {
        String name = names.apply(test);
        return List.of(line(test, name.substring(dot(name) + 1), name));
    }

    /** Where a class's name ends; an id, which is no such name, has none. */
    private static int dot(String name) {
        int dot = name.startsWith("[") ? -1 : name.lastIndexOf('.');
        return dot == name.length() - 1 ? -1 : dot;
    }

    String caption(Dependence.Source source) {
        if (source.fixtureOf() != null) {
            return "class-level fixtures of";
        }
        return source.tests().size() == 1
                ? caption(one(source))
                : source.tests().size() + " tests together";
    }

    List<GraphNode.Line> lines(Dependence.Source source) {
        String fixtureOf = source.fixtureOf();
        if (fixtureOf != null) {
            String name = PlainText.line(Wording.simpleName(fixtureOf), NAME_LIMIT);
            return List.of(line(null, name, name));
        }
        if (source.tests().size() == 1) {
            return lines(one(source));
        }
        List<GraphNode.Line> lines = new ArrayList<>();
        source.tests().stream()
                .limit(LINES)
                .forEach(test -> lines.add(line(test, names.apply(test), names.apply(test))));
        int more = source.tests().size() - lines.size();
        if (more > 0) {
            lines.add(line(null, "and " + more + " more", "and " + more + " more"));
        }
        return lines;
    }

    private static TestId one(Dependence.Source source) {
        return source.tests().iterator().next();
    }

    private static GraphNode.Line line(@Nullable TestId test, String text, String whole) {
        return new GraphNode.Line(test, CutText.cut(text, COLUMNS), whole);
    }
}
