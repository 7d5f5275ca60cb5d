package io.github.testhygiene.text;

import io.github.testhygiene.model.ForkUse;
import org.jspecify.annotations.Nullable;

/** Says in words in what kind of JVM the re-runs were made. */
public final class ForkPhrase {

    private ForkPhrase() {}

    /**
     * Returns how many re-runs were made in which kind of JVM.
     *
     * @param forks the counts; null if nothing was run again
     * @return sentences; empty if nothing was run again
     */
    public static String describe(@Nullable ForkUse forks) {
        if (forks == null || forks.fast() + forks.plain() == 0) {
            return "";
        }
        int all = forks.fast() + forks.plain() - forks.repeated();
        if (forks.fast() == 0) {
            return Phrases.count(all, "re-run") + ", in JVMs that were launched as yours.";
        }
        StringBuilder text = new StringBuilder(Phrases.count(all, "re-run"))
                .append(", ")
                .append(forks.fast() - forks.repeated())
                .append(
                        " of them in JVMs that start sooner than yours, the others in JVMs that were launched as yours.");
        if (forks.repeated() > 0) {
            text.append(" Of the latter, ")
                    .append(forks.repeated())
                    .append(" had not passed in a JVM that starts sooner; only what the plain one showed counts.");
        }
        if (!forks.plainClasses().isEmpty()) {
            text.append(" In plain ones only, these pass: ")
                    .append(String.join(", ", forks.plainClasses()))
                    .append('.');
        }
        return text.toString();
    }
}
