package io.github.testhygiene.model;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads durations as people write them. */
public final class TimeSpan {

    private static final Pattern PARTS = Pattern.compile(
            "(?:(\\d{1,6})\\s*h)?\\s*(?:(\\d{1,6})\\s*m(?:in)?)?\\s*(?:(\\d{1,6})\\s*s)?\\s*(?:(\\d{1,9})\\s*ms)?");

    private TimeSpan() {}

    /**
     * Reads a duration such as {@code 10m}, {@code 90s}, {@code 1h30m}, {@code 500ms} or {@code PT10M}.
     *
     * @param text hours, minutes, seconds and milliseconds, each with its unit, the larger first; or ISO 8601
     * @return a positive duration
     * @throws IllegalArgumentException if the text is no duration, or if it is not positive
     */
    public static Duration parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        Duration duration = value.startsWith("p") ? iso(value) : parts(value);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("not a positive duration: " + text);
        }
        return duration;
    }

    private static Duration iso(String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration: " + value, e);
        }
    }

    private static Duration parts(String value) {
        Matcher matcher = PARTS.matcher(value);
        if (value.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("not a duration: " + value);
        }
        return Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)))
                .plusMillis(number(matcher.group(4)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
