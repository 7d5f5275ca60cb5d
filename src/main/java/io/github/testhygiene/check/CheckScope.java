package io.github.testhygiene.check;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.SelectMode;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is checked, and in what kind of JVM.
 *
 * @param select which tests
 * @param since the commit with which {@code changed} compares; null for the merge base with the main branch
 * @param effort how many orders
 * @param forks how JVMs are launched
 */
public record CheckScope(SelectMode select, @Nullable String since, Effort effort, ForkMode forks) {

    /**
     * Reads a word of a closed set.
     *
     * @param element the XML element, for the message
     * @param value what the user has written; case does not matter
     * @param accepted the words there are
     * @param <E> the set
     * @return the one that was written
     * @throws ProblemException if there is no such word; names those there are
     */
    public static <E extends Enum<E> & Labeled> E parse(String element, String value, E[] accepted) {
        String wanted = value.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(accepted)
                .filter(each -> each.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ProblemException(SettingsAdvice.notOneOf(
                        element,
                        value,
                        Arrays.stream(accepted).map(Labeled::label).toList())));
    }
}
