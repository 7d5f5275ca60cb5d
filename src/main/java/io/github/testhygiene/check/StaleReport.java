package io.github.testhygiene.check;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.report.ci.CodeQualityFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Deletes the last build's report, so that nobody reads it as this one's. */
public final class StaleReport {

    private static final List<String> FILES = List.of(
            "report.json",
            "index.html",
            "summary.md",
            "findings.sarif",
            "TEST-test-hygiene.xml",
            CodeQualityFormat.FILE);

    private StaleReport() {}

    /**
     * Deletes the report of an earlier build, in all its formats; nothing else.
     *
     * @param folder of the reports
     * @return why there still is one; empty if there is none
     */
    public static Optional<Problem> delete(Path folder) {
        Problem problem = null;
        for (String name : FILES) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                problem = PathAdvice.staleReport(folder, PathAdvice.reason(e));
            }
        }
        return Optional.ofNullable(problem);
    }
}
