package io.github.testhygiene.fork;

import io.github.testhygiene.model.LeakTrace;
import java.util.Optional;

/**
 * What is said about a value.
 *
 * @param text in short
 * @param digest of all its contents, as far as they were looked at
 * @param identity which object it is, where nothing can be said of its contents; otherwise 0
 * @param kind how much the value may change without being replaced
 */
record ValueDescription(String text, long digest, int identity, Kind kind) {

    /** What can become of a value. */
    enum Kind {
        /** Null, zero, false, or a container without contents. */
        EMPTY,
        /** Never another. */
        IMMUTABLE,
        /** Something whose contents are seen, and may change. */
        MUTABLE,
        /** Something of which the class alone is told. */
        OPAQUE
    }

    /** The same, seen in another class loader: which object it is says nothing. */
    ValueDescription elsewhere() {
        return new ValueDescription(text, digest, 0, kind);
    }

    /**
     * The difference between a value and what it was before.
     *
     * @param name the field's name
     * @return empty if there is none
     */
    Optional<LeakTrace> since(ValueDescription before, String name) {
        boolean another =
                digest == before.digest && identity != 0 && before.identity != 0 && identity != before.identity;
        if (digest == before.digest && !another) {
            return Optional.empty();
        }
        String then = ValueFormat.under(name, before.text);
        String now = ValueFormat.under(name, text);
        String told = !then.equals(now) ? now : another ? "another " + now : now + ", changed inside";
        return Optional.of(new LeakTrace(LeakTrace.Kind.STATIC_FIELD, name, then, told));
    }
}
