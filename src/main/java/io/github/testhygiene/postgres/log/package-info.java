/**
 * A database in, what happened to it out: changes of rows, statements, objects, sessions. May use {@code postgres.database},
 * {@code postgres.server}, {@code model}, {@code advice} and {@code sql}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.postgres.log;
