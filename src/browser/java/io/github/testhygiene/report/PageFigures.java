package io.github.testhygiene.report;

import io.github.testhygiene.report.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How quick a page is on this machine.
 *
 * @param bytes how large the file is
 * @param firstPaintMillis from the start of loading to the first content that can be seen
 * @param filterMillis from a keystroke in the filter to rows that are laid out; the slowest of several texts
 */
record PageFigures(long bytes, double firstPaintMillis, double filterMillis) {

    private static final String FIRST_PAINT = """
            () => new Promise((done) => {
              const known = () => performance.getEntriesByName('first-contentful-paint')[0];
              const look = () => { known() ? done(known().startTime) : requestAnimationFrame(look); };
              look();
            })
            """;

    /** The filter answers in the event itself; what it has changed is laid out by asking for a size. */
    private static final String FILTER = """
            (texts) => texts.map((text) => {
              const input = document.getElementById('filter-text');
              const count = document.getElementById('filter-count');
              const start = performance.now();
              input.value = text;
              input.dispatchEvent(new Event('input', { bubbles: true }));
              document.getElementById('tests-table').getBoundingClientRect();
              const millis = performance.now() - start;
              if (!/^[0-9]/.test(count.textContent)) { throw new Error('the filter has counted nothing'); }
              return millis;
            })
            """;

    /** Texts that leave all, most, some and none of the rows. */
    private static final String[] TEXTS = {"i", "it", "invoice", "invoice001", "zzz", ""};

    /** Opens a page and looks at the clock in it. */
    static PageFigures of(Chromium chromium, Path page) throws IOException {
        Tab tab = chromium.open(page, Screen.DESKTOP);
        double paint = ((Number) tab.page().evaluate(FIRST_PAINT)).doubleValue();
        Object times = tab.page().evaluate(FILTER, Arrays.asList(TEXTS));
        double filter = ((List<?>) times)
                .stream()
                        .mapToDouble(time -> ((Number) time).doubleValue())
                        .max()
                        .orElseThrow();
        return new PageFigures(Files.size(page), paint, filter);
    }

    /** For people. */
    String line() {
        return String.format(
                Locale.ROOT,
                "index.html of 10,000 tests: %.2f MB, first paint %.0f ms, filter %.1f ms",
                bytes / 1e6,
                firstPaintMillis,
                filterMillis);
    }

    /** For programs: {@code measures.json}. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            Map<String, Number> figures = new TreeMap<>(
                    Map.of("bytes", bytes, "firstPaintMillis", firstPaintMillis, "filterMillis", filterMillis));
            JsonText.write(figures, out, file.toString());
        }
    }
}
