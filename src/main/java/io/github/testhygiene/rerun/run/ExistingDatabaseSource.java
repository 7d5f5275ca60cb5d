package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;

/**
 * Gives a run one database that somebody else made, and will drop.
 *
 * @param referenceName the name of the database that the reference run used
 * @param database the database
 */
public record ExistingDatabaseSource(String referenceName, DatabaseCoordinates database) implements CloneSource {

    @Override
    public DatabaseCoordinates take() {
        return database;
    }

    @Override
    public void giveBack(DatabaseCoordinates clone) {
        // It is needed after the run.
    }
}
