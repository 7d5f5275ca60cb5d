/**
 * Two databases in, by which rows, sequences and objects they differ out, and how to revert that. May use the other rooms of
 * {@code postgres}, {@code model}, {@code advice} and {@code sql}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.postgres.difference;
