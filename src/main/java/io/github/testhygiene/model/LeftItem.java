package io.github.testhygiene.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * One thing by which a database differs from what it was, and which can be taken back by itself.
 *
 * @param number from 0 up; items of one database differ in it
 * @param kind what happened
 * @param object the table or sequence as PostgreSQL writes its name, with its schema
 * @param text what a person recognises it by, secrets masked, for example {@code id 17}
 * @param requires the numbers of the items that have to be taken back whenever this one is, because of foreign keys;
 *     closed: with an item those that it requires in turn
 */
public record LeftItem(int number, Kind kind, String object, String text, Set<Integer> requires) {

    /** Copies the set. */
    public LeftItem {
        if (number < 0) {
            throw new IllegalArgumentException("item numbers start at 0: " + number);
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(text, "text");
        requires = Set.copyOf(requires);
    }

    /** What happened. */
    public enum Kind implements Labeled {
        /** A row is there that was not. */
        INSERTED,
        /** A row has other contents. */
        UPDATED,
        /** A row is gone. */
        DELETED,
        /** A sequence was advanced or set. */
        SEQUENCE;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
