package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run left other than it was, outside the database.
 *
 * @param kind what it is
 * @param name which one, for example {@code shop.PriceCache.CACHE} or {@code user.timezone}
 * @param before how it was, in words, for example {@code empty}; null if it was not there, or is not known
 * @param after how it is, for example {@code 3 entries}; null if it is not there
 */
public record LeakTrace(
        Kind kind,
        String name,
        @Nullable String before,
        @Nullable String after) {

    /** Checks that it is named. */
    public LeakTrace {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** What can be left. */
    public enum Kind implements Labeled {
        /** A static field of one of the project's classes. */
        STATIC_FIELD,
        /** A system property. */
        SYSTEM_PROPERTY,
        /** A default locale. */
        LOCALE,
        /** The default time zone. */
        TIME_ZONE,
        /** The default character set. */
        CHARSET,
        /** A security provider. */
        SECURITY_PROVIDER,
        /** The default handler of uncaught exceptions. */
        EXCEPTION_HANDLER,
        /** A thread that runs on. */
        THREAD,
        /** A port on which the JVM still listens. */
        PORT,
        /** A process that runs on. */
        PROCESS,
        /** A file or folder. */
        FILE;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
