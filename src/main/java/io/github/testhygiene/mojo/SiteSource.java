package io.github.testhygiene.mojo;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Where a site finds the report of the last check. */
final class SiteSource {

    /** What a site shows: the page, and the report that the page links to. */
    static final List<String> FILES = List.of("index.html", "report.json");

    private final Path file;
    private final Log log;

    SiteSource(Path folder, Log log) {
        this.file = folder.resolve("report.json");
        this.log = log;
    }

    /**
     * Reads the report.
     *
     * @return empty if there is none that can be read; the log then says why
     */
    Optional<HygieneReport> read() {
        if (!Files.isRegularFile(file)) {
            log.info("No page about test hygiene: there is no " + file
                    + ". Run mvn verify before, or in the same command.");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new ReportJson().read(in));
        } catch (IOException | UncheckedIOException e) {
            log.warn("No page about test hygiene: " + file + " cannot be read (" + e.getMessage() + ").");
            return Optional.empty();
        }
    }
}
