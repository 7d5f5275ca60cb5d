package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.Template;

/**
 * Gives every run a clone of the template.
 *
 * @param databases makes and drops them
 * @param template what they are clones of
 */
public record TemplateClones(Databases databases, Template template) implements CloneSource {

    @Override
    public String referenceName() {
        return template.reference().database();
    }

    @Override
    public DatabaseCoordinates take() {
        return databases.cloneOf(template);
    }

    @Override
    public void giveBack(DatabaseCoordinates clone) {
        databases.drop(clone);
    }
}
