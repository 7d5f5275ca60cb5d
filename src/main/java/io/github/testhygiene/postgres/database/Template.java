package io.github.testhygiene.postgres.database;

import io.github.testhygiene.model.DatabaseCoordinates;

/**
 * A frozen copy of a database, to be cloned; nobody can connect to it.
 *
 * @param database the copy
 * @param reference the database that it was made from
 */
public record Template(DatabaseCoordinates database, DatabaseCoordinates reference) {}
