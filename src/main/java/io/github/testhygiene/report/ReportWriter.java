package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a report's files into a folder, each of them whole or not at all. */
public final class ReportWriter {

    private final List<ReportFormat> formats;

    /** Writes {@code report.json} and {@code index.html}. */
    public ReportWriter() {
        this(List.of());
    }

    /**
     * Writes {@code report.json}, {@code index.html} and more.
     *
     * @param more further forms of the report
     */
    public ReportWriter(List<ReportFormat> more) {
        this.formats = Stream.concat(Stream.of(new ReportJson(), new ReportHtml()), more.stream())
                .toList();
    }

    /**
     * Writes the files, over those of an earlier build. What cannot be written is missing afterwards, so that nothing old
     * stands beside what is new.
     *
     * @param report what to write
     * @param folder where to; created if it is missing
     * @return the path of {@code index.html}
     * @throws UncheckedIOException if a file cannot be written, with the first reason as its cause; all others are written
     *     then
     */
    public Path write(HygieneReport report, Path folder) {
        List<String> missing = new ArrayList<>();
        IOException reason = null;
        for (ReportFormat format : formats) {
            Path file = folder.resolve(format.fileName());
            try {
                write(report, format, file);
            } catch (IOException e) {
                missing.add(format.fileName());
                reason = reason == null ? e : reason;
                deleteQuietly(file);
            }
        }
        if (reason != null) {
            throw new UncheckedIOException("cannot write " + String.join(", ", missing), reason);
        }
        return folder.resolve("index.html");
    }

    private static void write(HygieneReport report, ReportFormat format, Path file) throws IOException {
        try {
            WholeFile.write(file, out -> format.write(report, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // the first reason says more
        }
    }
}
