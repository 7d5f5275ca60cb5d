package io.github.testhygiene.fork;

import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values of the JDK's that one text says all about. No code of the project's is called. */
final class PlainValues {

    private PlainValues() {}

    /** What to say about a value; empty if it is no plain one. */
    static Optional<String> text(Object value) {
        if (value instanceof Enum<?> constant) {
            return Optional.of(constant.name());
        } else if (value instanceof Class<?> type) {
            return Optional.of(type.getName());
        } else if (!isOfTheJdk(value.getClass())) {
            return Optional.empty();
        } else if (value instanceof CharSequence text) {
            return Optional.of('"' + text.toString() + '"');
        } else if (value instanceof TimeZone zone) {
            return Optional.of(zone.getID());
        }
        return isImmutable(value) || isPlainAndMutable(value) ? Optional.of(value.toString()) : Optional.empty();
    }

    /** Whether a value can never become another. */
    static boolean isImmutable(Object value) {
        if (value instanceof Enum<?> || value instanceof Class<?>) {
            return true;
        }
        String name = value.getClass().getName();
        return isOfTheJdk(value.getClass())
                && (value instanceof String
                        || value instanceof Boolean
                        || value instanceof Character
                        || (value instanceof Number && (name.startsWith("java.lang.") || name.startsWith("java.math.")))
                        || name.startsWith("java.time.")
                        || isOneOf(
                                value,
                                UUID.class,
                                URI.class,
                                URL.class,
                                Path.class,
                                File.class,
                                Locale.class,
                                Currency.class,
                                Charset.class,
                                Pattern.class,
                                InetAddress.class,
                                OptionalInt.class,
                                OptionalLong.class,
                                OptionalDouble.class));
    }

    private static boolean isPlainAndMutable(Object value) {
        return isOneOf(
                value,
                Number.class, // counters
                AtomicBoolean.class,
                AtomicIntegerArray.class,
                AtomicLongArray.class,
                Date.class,
                BitSet.class);
    }

    private static boolean isOneOf(Object value, Class<?>... types) {
        return Stream.of(types).anyMatch(type -> type.isInstance(value));
    }

    static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }
}
