package io.github.testhygiene.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Opens the report of 10,000 tests several times and prints the median of each figure beside what it may be. */
final class PageTimes {

    private static final int RUNS = 5;

    private PageTimes() {}

    public static void main(String[] arguments) throws IOException {
        Path page = WrittenPages.LARGE.file();
        List<PageFigures> runs = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            for (int run = 0; run < RUNS; run++) {
                PageFigures figures = PageFigures.of(chromium, page);
                List<String> complaints = chromium.closeTabs();
                if (!complaints.isEmpty()) {
                    throw new IllegalStateException("the page complains: " + complaints);
                }
                System.out.println("run " + (run + 1) + ": " + figures.line());
                runs.add(figures);
            }
        }
        PageFigures median = new PageFigures(
                runs.get(0).bytes(),
                median(runs, PageFigures::firstPaintMillis),
                median(runs, PageFigures::filterMillis));
        median.write(Path.of("target", "bench", "page.json"));
        System.out.println("median: " + median.line());
        System.out.println("target: less than 5 MB, first paint less than 1000 ms, filter less than 100 ms");
    }

    private static double median(List<PageFigures> runs, ToDoubleFunction<PageFigures> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
}
