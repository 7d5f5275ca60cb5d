package io.github.testhygiene.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** A constant that has a name of its own in reports and settings, such as {@code non-idempotent}. */
public interface Labeled {

    /**
     * The constant's name in reports and settings.
     *
     * @return lower case, words joined by hyphens
     */
    String label();

    /**
     * Reads the name of a constant.
     *
     * @param text what the user has written; neither case nor blanks around it matter
     * @param constants the constants that there are
     * @param unknown says that there is no such constant, of the text and the names of those that there are
     * @param <E> the constants' type
     * @return the constant that has this name
     * @throws ProblemException if there is none
     */
    static <E extends Labeled> E parse(String text, E[] constants, BiFunction<String, List<String>, Problem> unknown) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(constants)
                .filter(each -> each.label().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ProblemException(unknown.apply(
                        text, Arrays.stream(constants).map(Labeled::label).toList())));
    }
}
