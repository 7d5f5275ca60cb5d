package io.github.testhygiene.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what failsafe itself says of its run. */
public final class FailsafeSummary {

    private static final Pattern COMPLETED = Pattern.compile("<completed>(\\d{1,9})</completed>");

    private static final Pattern FAILURE =
            Pattern.compile("<failureMessage[^>]*>\\s*(.*?)\\s*</failureMessage>", Pattern.DOTALL);
    private static final int SENTENCE = 300;

    private FailsafeSummary() {}

    /**
     * Returns why failsafe's run ended early, such as a test JVM that crashed.
     *
     * @param buildDirectory the module's {@code target} folder
     * @return the first line of what failsafe says; empty if its run came to its end, or if there is no summary
     */
    public static Optional<String> failure(Path buildDirectory) {
        Matcher matcher = FAILURE.matcher(read(buildDirectory));
        return matcher.find() ? matcher.group(1).lines().findFirst().map(FailsafeSummary::sentence) : Optional.empty();
    }

    private static String sentence(String line) {
        String text = line.replace("<![CDATA[", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replaceFirst("^(\\S+Exception: )+(ExecutionException )?", "")
                .strip();
        return text.length() <= SENTENCE ? text : text.substring(0, SENTENCE - 1) + "…";
    }

    /**
     * The number of tests in failsafe's summary.
     *
     * @param buildDirectory the module's {@code target} folder
     * @return 0 if there is no summary, or none that can be read
     */
    public static int tests(Path buildDirectory) {
        Matcher matcher = COMPLETED.matcher(read(buildDirectory));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static String read(Path buildDirectory) {
        Path summary = buildDirectory.resolve("failsafe-reports").resolve("failsafe-summary.xml");
        try {
            return Files.isRegularFile(summary) ? Files.readString(summary) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
