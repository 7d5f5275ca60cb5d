package io.github.testhygiene.report;

import io.github.testhygiene.model.LintReport;
import io.github.testhygiene.report.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@code lint.json}: what a look at the bytecode alone says, in the shape that {@code report.schema.json} describes. */
public final class LintWriter {

    private static final String FILE = "lint.json";

    /** Writes one file. */
    public LintWriter() {}

    /**
     * Writes it, over that of an earlier build.
     *
     * @param report what to write
     * @param folder where to; created if it is missing
     * @return the path of the file
     * @throws UncheckedIOException if it cannot be written; what stood there before is then still whole
     */
    public Path write(LintReport report, Path folder) {
        Path file = folder.resolve(FILE);
        try {
            WholeFile.write(file, out -> JsonText.write(report, out, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in JSON in UTF-8; is left open
     * @return the report
     * @throws UncheckedIOException if it cannot be read, or is no such report
     */
    public LintReport read(InputStream in) {
        return JsonText.read(in, LintReport.class);
    }
}
