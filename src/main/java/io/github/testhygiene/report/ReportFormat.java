package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import java.io.OutputStream;

/** One form in which a report is kept as a file. */
public interface ReportFormat {

    /**
     * The file's name within the report's folder.
     *
     * @return for example {@code report.json}
     */
    String fileName();

    /**
     * Writes a report, in UTF-8.
     *
     * @param report what to write
     * @param out where to; is flushed, and left open
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void write(HygieneReport report, OutputStream out);
}
