package io.github.testhygiene.check;

import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.SelectMode;
import org.jspecify.annotations.Nullable;

/**
 * How much is checked, and in what kind of JVM and files.
 *
 * @param select which tests
 * @param since the commit with which {@code changed} compares; null for the merge base with the main branch
 * @param effort how many orders
 * @param orderedClasses how classes are treated that declare an order
 * @param forks how JVMs are launched
 * @param files in which files re-runs work
 */
public record CheckScope(
        SelectMode select,
        @Nullable String since,
        Effort effort,
        OrderedClasses orderedClasses,
        ForkMode forks,
        FileMode files) {}
