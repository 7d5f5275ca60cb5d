package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.json.JsonText;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * {@code report.json}: the report itself, in the shape that {@code report.schema.json} describes. What was written is
 * read back as an equal report; parts that a newer version of this plugin has added are ignored.
 */
public final class ReportJson implements ReportFormat {

    /** The file's name. */
    public static final String FILE = "report.json";

    @Override
    public String fileName() {
        return FILE;
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        JsonText.write(report, out, fileName());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in JSON in UTF-8; is left open
     * @return the report
     * @throws UncheckedIOException if it cannot be read, or is no report
     */
    public HygieneReport read(InputStream in) {
        return JsonText.read(in, HygieneReport.class);
    }
}
