package io.github.testhygiene.report;

import io.github.testhygiene.model.HygieneReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a report's files into a folder, each of them whole or not at all. */
public final class ReportWriter {

    private final List<ReportFormat> formats = List.of(new ReportJson(), new ReportHtml());

    /**
     * Writes {@code report.json} and {@code index.html}, over those of an earlier build.
     *
     * @param report what to write
     * @param folder where to; created if it is missing
     * @return the path of {@code index.html}
     * @throws UncheckedIOException if a file cannot be written; what stood there before is then still whole
     */
    public Path write(HygieneReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            for (ReportFormat format : formats) {
                write(format, report, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + folder, e);
        }
        return folder.resolve("index.html");
    }

    private static void write(ReportFormat format, HygieneReport report, Path folder) throws IOException {
        // In the same folder, because a file moves atomically only within its file system; under a name that says what
        // it is, because a build that is killed leaves it behind; overwritten by the next build.
        Path unfinished = folder.resolve("." + format.fileName() + ".unfinished");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                format.write(report, out);
            }
            move(unfinished, folder.resolve(format.fileName()));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network file systems; the file is complete by now, so only the moment of the move is unsafe.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
