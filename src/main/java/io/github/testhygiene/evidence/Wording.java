package io.github.testhygiene.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** How counts, names and lists are written in messages. */
final class Wording {

    private Wording() {}

    /** For example {@code 1 row} or {@code 3 rows}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A name of the database's or of a test, set off from the sentence. */
    static String name(String name) {
        return "`" + name + "`";
    }

    /** A class as a person writes it: {@code OrderIT.Paid} for {@code shop.OrderIT$Paid}. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** The first of a list, joined by commas, and how many more there are. */
    static String some(List<String> items, int most) {
        String named = items.stream().limit(most).collect(Collectors.joining(", "));
        int more = items.size() - most;
        return more > 0 ? named + ", and " + more + " more" : named;
    }

    /** Text of unknown length and shape in one short line. */
    static String line(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
