/**
 * Text of SQL in; tokens, the statements of a script, what a statement reads and writes, quoted names and the meaning of
 * error codes out. May use {@code model} and {@code advice}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.sql;
