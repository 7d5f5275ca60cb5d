package io.github.testhygiene.model;

/**
 * Where the random orders come from: the same seed on the same tests gives the same orders.
 *
 * @param value any number
 */
public record Seed(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
