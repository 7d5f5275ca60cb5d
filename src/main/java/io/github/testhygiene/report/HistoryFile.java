package io.github.testhygiene.report;

import io.github.testhygiene.report.json.JsonText;
import io.github.testhygiene.report.trend.History;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file in which a history is kept; the same history is the same file, so that it can be committed. */
public final class HistoryFile {

    private final Path file;

    /** What stands in the file is no history. */
    public static final class NoHistory extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        NoHistory(String message, Exception cause) {
            super(message, cause);
        }
    }

    /**
     * A file that may be missing still.
     *
     * @param file where it is
     */
    public HistoryFile(Path file) {
        this.file = file;
    }

    /**
     * Where it is.
     *
     * @return the path
     */
    public Path path() {
        return file;
    }

    /**
     * Reads it.
     *
     * @return {@link History#NONE} if there is no file
     * @throws NoHistory if it holds something else
     * @throws IOException if it cannot be read, or was written by a newer version of this plugin; it should be left alone
     */
    public History read() throws IOException {
        History history = parse();
        if (history.schemaVersion() > History.SCHEMA_VERSION) {
            throw new IOException(
                    "a newer version of this plugin wrote it (schemaVersion " + history.schemaVersion() + ")");
        }
        return history;
    }

    private History parse() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return History.NONE;
        }
        try {
            return JsonText.read(new ByteArrayInputStream(bytes), History.class);
        } catch (UncheckedIOException e) {
            throw new NoHistory(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Writes it whole or not at all.
     *
     * @param history what to keep
     * @throws IOException if it cannot be written; what stood there before is then still whole
     */
    public void write(History history) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            WholeFile.write(file, out -> JsonText.write(history, out, name));
        } catch (UncheckedIOException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Gives the file another name beside its own, under which it is overwritten by nobody.
     *
     * @return the new path
     * @throws IOException if it cannot be moved
     */
    public Path putAside() throws IOException {
        int number = 1;
        Path aside = aside(number);
        while (Files.exists(aside)) {
            number++;
            aside = aside(number);
        }
        return Files.move(file, aside);
    }

    private Path aside(int number) {
        return file.resolveSibling(file.getFileName() + ".broken" + (number == 1 ? "" : "-" + number));
    }
}
