package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.ProblemException;
import java.util.Locale;

/** Which PostgreSQL the user wants. */
public enum DatabaseChoice implements Labeled {
    /** A container where that works, else an embedded server. */
    AUTO,
    /** A container, or an error. */
    CONTAINER,
    /** A server process of ours. */
    EMBEDDED,
    /** The user's own server. */
    EXTERNAL;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the setting.
     *
     * @param value a label, in any case
     * @return the choice
     * @throws ProblemException naming the accepted values, if it is none of them
     */
    public static DatabaseChoice parse(String value) {
        return Labeled.parse(value, values(), DatabaseAdvice::unknownChoice);
    }
}
