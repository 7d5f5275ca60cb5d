/**
 * A server in, databases out: created, copied, dropped, with their owners and roles; and what all databases of a server share.
 * May use {@code postgres.server}, {@code model}, {@code advice}, {@code sql} and {@code process}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.postgres.database;
