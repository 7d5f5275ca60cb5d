package io.github.testhygiene.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Numbers as people write them. */
public final class PlainNumbers {

    private static final int LISTED = 3;
    private static final int SHOWN_QUERY = 80;

    private PlainNumbers() {}

    /**
     * Returns a time with about two digits that count.
     *
     * @param millis not negative
     * @return for example {@code 40 ms}, {@code 0.85 s}, {@code 1.2 s}
     */
    public static String time(double millis) {
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

    /**
     * Returns a number without needless zeros.
     *
     * @param value any number
     * @param digits how many digits stand after the point at most
     * @return for example {@code 0.5}
     */
    public static String rounded(double value, int digits) {
        BigDecimal shown =
                BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }

    /**
     * Returns a whole number with its thousands apart.
     *
     * @param number any number
     * @return for example {@code 1,200}
     */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * Returns a number of things whose plural has an s.
     *
     * @param number how many
     * @param noun the thing, in the singular
     * @return for example {@code 1,200 rows}
     */
    public static String count(long number, String noun) {
        return count(number) + " " + Wording.plural(number, noun);
    }

    /**
     * Lists things; long lists are cut.
     *
     * @param things the things
     * @return for example {@code a, b and c}
     */
    public static String list(List<String> things) {
        if (things.size() > LISTED) {
            return String.join(", ", things.subList(0, LISTED)) + " and " + count(things.size() - LISTED) + " more";
        }
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /**
     * Lists things of which some are alike.
     *
     * @param things the things
     * @return each once, with its number of times
     */
    public static String tally(List<String> things) {
        Map<String, Long> counted =
                things.stream().collect(Collectors.groupingBy(thing -> thing, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " " + each.getValue() + " times")
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns a query in one short line.
     *
     * @param text the query
     * @return the query with single spaces, cut with an ellipsis if it is long
     */
    public static String query(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_QUERY ? line : line.substring(0, SHOWN_QUERY - 1) + "…";
    }
}
