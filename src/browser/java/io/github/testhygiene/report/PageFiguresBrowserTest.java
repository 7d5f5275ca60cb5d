package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Says how quick the page is, and holds nothing about it: that is the benchmark's, see src/bench/page.sh. */
@ExtendWith(Browsing.class)
class PageFiguresBrowserTest {

    @Test
    void thePageOfTenThousandTestsSaysHowQuickItIs(Chromium chromium) throws IOException {
        PageFigures figures = PageFigures.of(chromium, WrittenPages.LARGE.file());
        Path file = Screenshots.FOLDER.resolve("measures.json");
        figures.write(file);

        System.out.println(figures.line());
        assertThat(figures.firstPaintMillis()).isPositive();
        assertThat(figures.filterMillis()).isPositive();
        assertThat(file).content().contains("firstPaintMillis", "filterMillis");
    }
}
