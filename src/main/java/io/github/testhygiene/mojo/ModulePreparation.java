package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.maven.ProjectExports;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.database.InitScripts;
import io.github.testhygiene.postgres.database.PasswordFile;
import io.github.testhygiene.recording.EvidenceRecorder;
import io.github.testhygiene.recording.Recorder;
import io.github.testhygiene.recording.TemplateCreator;
import io.github.testhygiene.rerun.files.BuildFolder;
import io.github.testhygiene.rerun.files.FileGuard;
import io.github.testhygiene.rerun.run.ClusterGuard;
import io.github.testhygiene.rerun.run.OtherModules;
import io.github.testhygiene.session.HygieneSession;
import io.github.testhygiene.session.ModuleRun;
import io.github.testhygiene.session.RecorderPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Gives a module a database of its own, and starts what records its tests.
 *
 * @param project the module
 * @param settings what the user wants of the database
 * @param outputFolder the folder of the reports
 * @param cache the folder for what is kept from build to build
 * @param log takes warnings
 */
record ModulePreparation(MavenProject project, Settings settings, Path outputFolder, Path cache, Log log) {

    /** Whether PostgreSQL is asked what tests leave and execute. */
    enum Evidence {
        /** It is. */
        RECORDED,
        /** It is not. */
        LEFT_OUT
    }

    /** How tests get a password of the user's own role, if they need it. */
    enum PasswordExport {
        /** As a system property. */
        PROPERTY,
        /** In a file that PostgreSQL's JDBC driver reads. */
        FILE
    }

    /**
     * What the user wants of a module's database.
     *
     * @param initScripts are run on it before any test
     * @param exports more system properties for the tests: names and templates
     * @param password how tests get a password of the user's own role
     * @param evidence whether PostgreSQL is asked what tests leave and execute
     */
    record Settings(List<Path> initScripts, Map<String, String> exports, PasswordExport password, Evidence evidence) {}

    /**
     * A module that is ready for its tests.
     *
     * @param run what the goals of the module share
     * @param exports the system properties for its tests
     * @param recorderJar the jar that records them
     */
    record Prepared(ModuleRun run, ProjectExports exports, Path recorderJar) {}

    /**
     * Creates the database, and starts the recorder.
     *
     * @param shared the server
     * @param files the module's files
     * @param others says which other modules use the server
     */
    Prepared prepare(HygieneSession.SharedServer shared, FileGuard files, OtherModules others) {
        DatabaseCoordinates reference = shared.databases().create();
        InitScripts.run(reference, settings.initScripts());
        BuildFolder folder =
                BuildFolder.create(outputFolder, RecorderPlace.elsewhere(cache), problem -> log.warn(problem.text()));
        ProjectExports exported = exported(shared, reference, folder);
        EvidenceRecorder evidence = new EvidenceRecorder(
                shared.server(), shared.databases(), reference, settings.evidence() == Evidence.RECORDED);
        ClusterGuard cluster = new ClusterGuard(shared.server(), others, log::warn);
        TemplateCreator templates =
                new TemplateCreator(shared.databases(), reference, exported.always(), exported.defaults(), () -> {
                    files.beforeTests();
                    cluster.beforeTests();
                    return evidence.open();
                });
        Recorder recorder = Recorder.start(templates, evidence);
        RecorderPlace place = recorderPlace(folder, recorder);
        return new Prepared(
                new ModuleRun(shared, reference, templates, evidence, recorder, place, files, cluster),
                exported,
                place.jar());
    }

    private ProjectExports exported(
            HygieneSession.SharedServer shared, DatabaseCoordinates reference, BuildFolder folder) {
        DatabaseCoordinates login = shared.forTests(reference);
        ProjectExports all = ProjectExports.of(login, project.getArtifacts(), settings.exports());
        String why = shared.whyUsersPassword();
        if (why == null) {
            return all;
        }
        if (settings.password() == PasswordExport.PROPERTY) {
            log.warn(ServerAdvice.passwordExported(login.username(), why).text());
            return all;
        }
        try {
            Path file = PasswordFile.write(folder.path(), login);
            log.warn(ServerAdvice.passwordInFile(login.username(), why, PasswordFile.PROPERTY)
                    .text());
            return all.withPasswordFile(PasswordFile.PROPERTY, file);
        } catch (IOException e) {
            folder.close();
            throw new ProblemException(PathAdvice.notWritable(folder.path(), e.toString()), e);
        }
    }

    private RecorderPlace recorderPlace(BuildFolder folder, Recorder recorder) {
        Path buildFolder = Path.of(project.getBuild().getDirectory());
        try {
            RecorderPlace place = RecorderPlace.open(folder, cache, recorder.address());
            place.others()
                    .forEach(other ->
                            log.warn(PathAdvice.otherBuild(other.pid(), other.minutes(Instant.now()), buildFolder)
                                    .text()));
            return place;
        } catch (RuntimeException e) {
            recorder.close();
            throw e;
        }
    }
}
