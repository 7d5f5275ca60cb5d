/**
 * Text of SQL in, quoted names, statements and the meaning of error codes out. May use {@code model}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.sql;
