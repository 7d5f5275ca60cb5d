package io.github.testhygiene.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many tests failsafe itself says that it ran. */
public final class FailsafeSummary {

    private static final Pattern COMPLETED = Pattern.compile("<completed>(\\d{1,9})</completed>");

    private FailsafeSummary() {}

    /**
     * The number of tests in failsafe's summary.
     *
     * @param buildDirectory the module's {@code target} folder
     * @return 0 if there is no summary, or none that can be read
     */
    public static int tests(Path buildDirectory) {
        Path summary = buildDirectory.resolve("failsafe-reports").resolve("failsafe-summary.xml");
        try {
            Matcher matcher = COMPLETED.matcher(Files.isRegularFile(summary) ? Files.readString(summary) : "");
            return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
