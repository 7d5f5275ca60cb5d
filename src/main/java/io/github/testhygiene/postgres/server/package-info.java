/**
 * Settings in, a PostgreSQL that runs out: in a container, embedded, or the user's own; with the engine that runs it, and the
 * connections to it. May use {@code model}, {@code advice}, {@code sql}, {@code process} and
 * {@code filesystem}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.postgres.server;
