package io.github.testhygiene.selection;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed files mean for the classes of a module.
 *
 * @param names the changed classes, by internal names; sorted
 * @param unclear why that is not all, as a part of a sentence; null if it is
 */
record ChangedClasses(Set<String> names, @Nullable String unclear) {

    ChangedClasses {
        names = new TreeSet<>(Objects.requireNonNull(names, "names"));
    }

    static ChangedClasses unclear(String reason) {
        return new ChangedClasses(Set.of(), reason);
    }

    Optional<String> whyUnclear() {
        return Optional.ofNullable(unclear);
    }
}
