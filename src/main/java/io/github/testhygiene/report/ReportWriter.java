package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
     * Writes the files, over those of an earlier build.
     *
     * @param report what to write
     * @param folder where to; created if it is missing
     * @return the path of {@code index.html}
     * @throws UncheckedIOException if a file cannot be written; what stood there before is then still whole
     */
    public Path write(HygieneReport report, Path folder) {
        try {
            for (ReportFormat format : formats) {
                WholeFile.write(folder.resolve(format.fileName()), out -> format.write(report, out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + folder, e);
        }
        return folder.resolve("index.html");
    }
}
