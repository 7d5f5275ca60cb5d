package io.github.testhygiene.report.ci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file in which GitHub collects what a step has to say, named by {@code GITHUB_STEP_SUMMARY}. */
public final class StepSummary {

    /** GitHub shows no summary of a step that is longer, in bytes. */
    static final long MAX_BYTES = 1_048_576;

    private StepSummary() {}

    /**
     * Adds Markdown to the end of the file, in UTF-8. Nothing that goes wrong is worth a build.
     *
     * @param name the file
     * @param markdown lines, each with a line break
     * @return why it could not be added; empty if it was
     */
    public static Optional<String> append(String name, String markdown) {
        byte[] text = ("\n" + markdown).getBytes(StandardCharsets.UTF_8);
        try {
            Path file = Path.of(name);
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (size + text.length > MAX_BYTES) {
                return Optional.of("The summary was not added to " + name + ", because it would have "
                        + (size + text.length) + " bytes and GitHub shows at most " + MAX_BYTES + ".");
            }
            Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.of("The summary could not be added to " + name + ": " + e);
        }
    }
}
