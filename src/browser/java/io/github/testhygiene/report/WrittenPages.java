package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The reports that are looked at, each written once. */
enum WrittenPages {
    /** A small shop with a diagnosis of every kind. */
    SHOP,
    /** A suite in which nothing is wrong. */
    CLEAN,
    /** What the sample {@code shop-demo} has reported, where the build has run it; else the small shop. */
    DEMO,
    /** 10,000 tests in 21 orders and alone. */
    LARGE,
    /** Every text is an attack. */
    HOSTILE;

    private static final Path DEMO_REPORT =
            Path.of("target", "it", "shop-demo", "target", "test-hygiene", "report.json");

    HygieneReport report() {
        return switch (this) {
            case SHOP -> SampleDiagnoses.report();
            case CLEAN -> SampleReports.clean();
            case DEMO -> demo();
            case LARGE -> LargeReports.of(10_000, 20);
            case HOSTILE -> HostileReports.all();
        };
    }

    /**
     * The page, as the plugin writes it.
     *
     * @return {@code index.html} in a folder of its own
     */
    Path file() {
        return Written.of(this);
    }

    /** The real report, but in the page as it is now. */
    private static HygieneReport demo() {
        if (!Files.exists(DEMO_REPORT)) {
            return SampleDiagnoses.report();
        }
        try (InputStream in = Files.newInputStream(DEMO_REPORT)) {
            return new ReportJson().read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEMO_REPORT, e);
        }
    }

    /** Remembers what has been written in this run. */
    private static final class Written {

        private static final Map<WrittenPages, Path> FILES = new EnumMap<>(WrittenPages.class);

        private static Path of(WrittenPages page) {
            return FILES.computeIfAbsent(page, each -> new ReportWriter()
                    .write(
                            each.report(),
                            Path.of("target", "browser", each.name().toLowerCase(Locale.ROOT))
                                    .toAbsolutePath()));
        }
    }
}
