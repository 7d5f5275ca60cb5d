/**
 * Resources of one Maven session -> what its goals hand to each other, and the end of all of it, in order and once. May use
 * {@code postgres}, {@code rerun}, {@code recording}, {@code selection}, {@code plan}, {@code gate}, {@code model} and {@code advice}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.session;
