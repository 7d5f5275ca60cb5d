package io.github.testhygiene.postgres.database;

import io.github.testhygiene.postgres.server.RandomText;
import java.util.regex.Pattern;

/**
 * The name of a database that we created; no other database is ever dropped.
 *
 * @param value {@code test_hygiene_}, perhaps whose it is, and at least ten random lower-case letters and digits
 */
public record DatabaseName(String value) {

    /** What every name starts with. */
    public static final String PREFIX = OwnNames.PREFIX;

    private static final int SUFFIX_LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "(?:[a-z0-9]{1,12}_){0,4}[a-z0-9]{10,}");

    /** Checks prefix and suffix. */
    public DatabaseName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name of ours: " + value);
        }
    }

    /**
     * A name that no other database has.
     *
     * @return a new random name
     */
    public static DatabaseName random() {
        return new DatabaseName(PREFIX + RandomText.generate(SUFFIX_LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
