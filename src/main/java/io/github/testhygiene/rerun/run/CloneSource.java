package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;

/** Where runs get their database from. Safe for use by several threads. */
public interface CloneSource {

    /**
     * The name of the database that the reference run used; wherever it stands in a recipe, the clone's name is put.
     *
     * @return a name that occurs nowhere else
     */
    String referenceName();

    /**
     * A fresh clone of the template.
     *
     * @return where it is
     */
    DatabaseCoordinates take();

    /**
     * Ends a clone's life.
     *
     * @param clone one that {@link #take()} gave
     */
    void giveBack(DatabaseCoordinates clone);
}
