package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;

/** What to say about private copies of a module's folder. */
public final class FilesAdvice {

    private FilesAdvice() {}

    /**
     * The folder is too large to be copied.
     *
     * @param module the module's folder
     * @param found what was found, with the limit
     * @return the problem
     */
    public static Problem tooLarge(Path module, String found) {
        return new Problem(
                "<files>copy</files> copies the module's folder " + module + ", and it is too large: " + found + ".",
                "Delete what is not needed there (.git, node_modules and other modules are not copied), or set"
                        + " <files>keep</files> (-Dtest-hygiene.files=keep).");
    }

    /**
     * The folder could not be copied.
     *
     * @param module the module's folder
     * @param reason why, as part of a sentence
     * @return the problem
     */
    public static Problem notCopied(Path module, String reason) {
        return new Problem(
                "<files>copy</files> could not copy the module's folder " + module + ": " + reason + ".",
                "Make room, or set <files>keep</files> (-Dtest-hygiene.files=keep).");
    }
}
