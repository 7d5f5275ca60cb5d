package io.github.testhygiene.mojo;

import io.github.testhygiene.report.ci.CodeQualityFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes the last build's report away, so that nobody reads it as this one's. */
final class StaleReport {

    private static final List<String> FILES = List.of(
            "report.json",
            "index.html",
            "summary.md",
            "findings.sarif",
            "TEST-test-hygiene.xml",
            CodeQualityFormat.FILE);

    private StaleReport() {}

    static void delete(Path folder) {
        for (String name : FILES) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the last report in " + folder, e);
            }
        }
    }
}
