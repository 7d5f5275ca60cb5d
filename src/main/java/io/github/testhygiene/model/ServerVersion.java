package io.github.testhygiene.model;

/**
 * A PostgreSQL server's version.
 *
 * @param number as in {@code server_version_num}: 180006 is 18.6
 */
public record ServerVersion(int number) {

    /** The oldest major version that is supported. */
    public static final int OLDEST_MAJOR = 14;

    /** Checks that the number is positive. */
    public ServerVersion {
        if (number <= 0) {
            throw new IllegalArgumentException("not a server_version_num: " + number);
        }
    }

    /**
     * The major version.
     *
     * @return for example 18
     */
    public int major() {
        return number / 10_000;
    }

    /**
     * Whether this project works with the server.
     *
     * @return true for 14 and newer
     */
    public boolean supported() {
        return major() >= OLDEST_MAJOR;
    }

    @Override
    public String toString() {
        return major() + "." + number % 10_000;
    }
}
