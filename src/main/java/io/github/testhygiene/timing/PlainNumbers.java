package io.github.testhygiene.timing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers as people write them. */
final class PlainNumbers {

    private static final int LISTED = 3;
    private static final int SHOWN_QUERY = 80;

    private PlainNumbers() {}

    /** A time with about two digits that count, for example {@code 40 ms}, {@code 0.85 s}, {@code 1.2 s}. */
    static String time(double millis) {
        if (millis < 9.95) {
            return rounded(millis, 1) + " ms";
        }
        if (millis < 99.5) {
            return rounded(millis, 0) + " ms";
        }
        if (millis < 995) {
            return rounded(millis / 1_000, 2) + " s";
        }
        if (millis < 59_950) {
            return rounded(millis / 1_000, 1) + " s";
        }
        long seconds = Math.round(millis / 1_000);
        String minutes = count(seconds / 60) + " min";
        return seconds % 60 == 0 ? minutes : minutes + " " + seconds % 60 + " s";
    }

    /** A number with at most so many digits after the point, and no needless zeros. */
    static String rounded(double value, int digits) {
        BigDecimal shown =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }

    /** A whole number, for example {@code 1,200}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of things whose plural has an s, for example {@code 1,200 rows}. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A class as people name it, for example {@code OrderIT.WhenPaid}. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Things in a row, for example {@code a, b and c}; long lists are cut. */
    static String list(List<String> things) {
        if (things.size() > LISTED) {
            return String.join(", ", things.subList(0, LISTED)) + " and " + count(things.size() - LISTED) + " more";
        }
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** Things of which some are alike, for example {@code postgres:16 (2 times), redis:7}. */
    static String tally(List<String> things) {
        Map<String, Long> counted =
                things.stream().collect(Collectors.groupingBy(thing -> thing, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " " + each.getValue() + " times")
                .collect(Collectors.joining(", "));
    }

    /** A query in one short line. */
    static String query(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_QUERY ? line : line.substring(0, SHOWN_QUERY - 1) + "…";
    }
}
