package io.github.testhygiene.text;

import java.util.List;
import java.util.stream.Collectors;

/** How counts, names and lists are written in messages. */
public final class Wording {

    private Wording() {}

    /**
     * Returns a number of things whose plural has an s.
     *
     * @param number how many
     * @param noun the thing, in the singular
     * @return for example {@code 1 row}, {@code 3 rows}, {@code 1200 rows}
     */
    public static String count(long number, String noun) {
        return number + " " + plural(number, noun);
    }

    /**
     * Returns a noun as it follows a number.
     *
     * @param number how many
     * @param noun the thing, in the singular
     * @return the noun, with an s unless there is one
     */
    public static String plural(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }

    /**
     * Sets a name of the database's or of a test off from the sentence.
     *
     * @param name the name
     * @return the name in backticks
     */
    public static String name(String name) {
        return "`" + name + "`";
    }

    /**
     * Returns the name of a class without its package, as a person writes it.
     *
     * @param className its binary name
     * @return for example {@code OrderIT.Paid} for {@code shop.OrderIT$Paid}
     */
    public static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /**
     * Lists things.
     *
     * @param items the things
     * @param most how many are named at most
     * @return the first of them, joined by commas, and how many more there are
     */
    public static String some(List<String> items, int most) {
        String named = items.stream().limit(most).collect(Collectors.joining(", "));
        int more = items.size() - most;
        return more > 0 ? named + ", and " + more + " more" : named;
    }

    /**
     * Returns text of unknown length and shape in one short line.
     *
     * @param text any text
     * @param most how many characters it may have
     * @return the text with single spaces, cut with an ellipsis if it is longer
     */
    public static String line(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
