package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.LeakExperiments;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.Template;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Makes runs on clones of the template that stay afterwards, and experiments on copies of those. */
public final class RerunExperiments implements LeakExperiments {

    private final Function<CloneSource, TestRunner> runners;
    private final Databases databases;
    private final Template template;

    /**
     * For one module.
     *
     * @param runners gives a runner that takes its databases from the given source
     * @param databases makes and drops them; whatever this leaves behind after a failure, its end drops too
     * @param template the database before the first test
     */
    public RerunExperiments(Function<CloneSource, TestRunner> runners, Databases databases, Template template) {
        this.runners = runners;
        this.databases = databases;
        this.template = template;
    }

    @Override
    public KeptDatabase after(RunRequest culprit) {
        if (culprit.experiment().ownDatabases()) {
            throw new IllegalArgumentException("one database is kept, not one for every JVM: " + culprit.label());
        }
        DatabaseCoordinates clone;
        try {
            clone = databases.cloneOf(template);
        } catch (ProblemException e) {
            return new UnavailableDatabase(noAnswer("it could not be started: " + e.getMessage()));
        }
        return new RerunDatabase(this, clone, on(clone).run(culprit));
    }

    TestRunner on(DatabaseCoordinates database) {
        return runners.apply(new ExistingDatabaseSource(template.reference().database(), database));
    }

    DatabaseCoordinates untouched() {
        return databases.cloneOf(template);
    }

    Databases databases() {
        return databases;
    }

    static RunResult noAnswer(String reason) {
        return RunResult.of(new RunExit.NoAnswer(reason), List.of(), Duration.ZERO);
    }
}
