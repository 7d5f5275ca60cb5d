/**
 * Resources of one Maven session -> their end, in order and once. May use {@code postgres}, {@code rerun},
 * {@code recording}, {@code model} and {@code advice}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.session;
