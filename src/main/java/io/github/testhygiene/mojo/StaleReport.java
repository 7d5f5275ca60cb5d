package io.github.testhygiene.mojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes the last build's report away, so that nobody reads it as this one's. */
final class StaleReport {

    private StaleReport() {}

    static void delete(Path folder) {
        for (String name : List.of("report.json", "index.html")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the last report in " + folder, e);
            }
        }
    }
}
