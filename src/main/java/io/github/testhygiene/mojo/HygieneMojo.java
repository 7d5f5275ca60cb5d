package io.github.testhygiene.mojo;

import io.github.testhygiene.check.SourceRoot;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.maven.SessionEnd;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Secrets;
import io.github.testhygiene.replay.ReplayHandover;
import io.github.testhygiene.session.HygieneSession;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: when to do nothing, and how errors are told. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class HygieneMojo extends AbstractMojo {

    /**
     * Does nothing when true.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Does nothing when true, as failsafe does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /**
     * Does nothing when true, as failsafe does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /**
     * Does nothing when true, as failsafe does.
     *
     * @since 0.1.0
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /**
     * The folder of the reports.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "test-hygiene.outputDirectory",
            defaultValue = "${project.build.directory}/test-hygiene",
            required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private volatile @Nullable Secrets secrets;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> reason = reasonToSkip();
        try {
            if (reason.isPresent()) {
                getLog().info("Skipped: " + reason.get() + ".");
                skipped();
            } else {
                run();
            }
        } catch (RuntimeException e) {
            throw new FailureTranslation(
                            execution.getGoal(),
                            outputFolder(),
                            session.getStartTime().toInstant(),
                            secrets())
                    .translate(e);
        }
    }

    @Override
    public final Log getLog() {
        return new MaskedLog(super.getLog(), this::secrets);
    }

    /** Shows a value nowhere from now on. */
    final void keepSecret(String value) {
        secrets = secrets().and(value);
    }

    /** Shows the password of a login nowhere from now on, unless it is the user name, which stands everywhere. */
    final void keepSecret(DatabaseCoordinates login) {
        if (!login.password().equals(login.username())) {
            keepSecret(login.password());
        }
    }

    /** What must not be shown, as far as it is known by now. */
    final synchronized Secrets secrets() {
        Secrets known = secrets;
        if (known == null) {
            Properties user = session.getUserProperties();
            Map<String, String> properties = new HashMap<>();
            user.stringPropertyNames().forEach(name -> properties.put(name, user.getProperty(name)));
            known = Secrets.of(List.of(properties));
            secrets = known;
        }
        return known;
    }

    /**
     * Does the goal's work.
     *
     * @throws MojoFailureException if the user's tests are not good enough
     */
    abstract void run() throws MojoFailureException;

    /** Is told that there is nothing to do in this module. */
    void skipped() {}

    /** Why there is nothing to do; empty if there is. */
    Optional<String> reasonToSkip() {
        if (skipITs || skipTests || mavenTestSkip) {
            return Optional.of("integration tests are skipped");
        }
        return reasonWithoutTests();
    }

    /** Why a goal that runs no tests has nothing to do. */
    final Optional<String> reasonWithoutTests() {
        if (skip) {
            return Optional.of("test-hygiene.skip is true");
        } else if (failsafe().isEmpty()) {
            return Optional.of("this module has no failsafe execution");
        } else if (!FailsafeExecution.hasTestClasses(project)) {
            return Optional.of("this module has no tests");
        }
        return Optional.empty();
    }

    Optional<FailsafeExecution> failsafe() {
        return FailsafeExecution.of(project, session);
    }

    MavenProject project() {
        return project;
    }

    MavenSession mavenSession() {
        return session;
    }

    /** What reports say of the module. */
    HygieneReport.Project reportedProject() {
        return new HygieneReport.Project(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                SourceRoot.folder(
                        project.getBasedir().toPath(),
                        session.getRequest().getMultiModuleProjectDirectory().toPath()));
    }

    Path outputFolder() {
        return outputDirectory.toPath();
    }

    String moduleKey() {
        return project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }

    /** What {@code provision} finds out for {@code replay}. */
    ReplayHandover replayBoard() {
        return hygieneSession().shared(ReplayHandover.class, ReplayHandover::new);
    }

    /** What the modules share; made by the first of them, closed when the Maven session ends. */
    HygieneSession hygieneSession() {
        SessionData shared = session.getRepositorySession().getData();
        // The class itself is the key: a plugin class loader of its own gets a session of its own.
        if (shared.get(HygieneSession.class) instanceof HygieneSession existing) {
            return existing;
        }
        HygieneSession created = new HygieneSession(getLog()::warn);
        if (shared.set(HygieneSession.class, null, created)) {
            SessionEnd.call(session, created::close);
            return created;
        }
        created.close(); // another module was first
        return hygieneSession();
    }
}
