package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.ServerVersion;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL version that a user asks for.
 *
 * @param text {@code 18} or {@code 17.9}
 * @param major for example 18
 */
public record PostgresVersion(String text, int major) {

    static final int NEWEST_MAJOR = 18;

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,3})(\\.\\d{1,3})?");

    /** The newest binaries of each major version; one line to change when PostgreSQL releases. */
    private static final Map<Integer, String> NEWEST_BINARIES =
            Map.of(18, "18.6.0", 17, "17.11.0", 16, "16.15.0", 15, "15.19.0", 14, "14.24.0");

    /** Reads the setting; null stands for the newest version. */
    static PostgresVersion parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new PostgresVersion(Integer.toString(NEWEST_MAJOR), NEWEST_MAJOR);
        }
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ProblemException(DatabaseAdvice.unreadableVersion(text));
        }
        int major = Integer.parseInt(matcher.group(1));
        if (major < ServerVersion.OLDEST_MAJOR) {
            throw new ProblemException(
                    DatabaseAdvice.versionTooOld("The wanted PostgreSQL", text.strip(), ServerVersion.OLDEST_MAJOR));
        }
        return new PostgresVersion(text.strip(), major);
    }

    /** The official image of this version. */
    String image() {
        return "postgres:" + text;
    }

    /** The version of the embedded binaries, {@code 18.6.0} for {@code 18} and for {@code 18.6}. */
    String binaries() {
        String newest = NEWEST_BINARIES.get(major);
        if (newest == null) {
            throw new ProblemException(DatabaseAdvice.noEmbeddedVersion(
                    text, new TreeMap<>(NEWEST_BINARIES).keySet().stream().toList()));
        }
        return text.contains(".") ? text + ".0" : newest;
    }
}
