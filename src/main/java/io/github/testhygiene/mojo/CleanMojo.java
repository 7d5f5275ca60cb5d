package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Secrets;
import io.github.testhygiene.postgres.database.LeftoverDatabases;
import io.github.testhygiene.postgres.server.ExternalLogin;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Drops what builds that were killed left on an external server: databases and roles whose names start with
 * {@code test_hygiene_}. To be called by hand; {@code provision} does the same by itself.
 */
@Mojo(name = "clean", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class CleanMojo extends AbstractMojo {

    /**
     * The JDBC URL of the external server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.jdbcUrl")
    private @Nullable String jdbcUrl;

    /**
     * The role; it must own what is to be dropped, or be a superuser.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.username")
    private @Nullable String username;

    /**
     * The role's password.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.password")
    private @Nullable String password;

    /**
     * The id of a server in {@code settings.xml} that holds user name and password.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.serverId")
    private @Nullable String serverId;

    /**
     * How long ago a build on another machine, or of another user, must have begun before what it left is dropped;
     * {@code 0s} drops all that nobody is connected to. What a running build of this machine uses always stays.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.olderThan", defaultValue = "24h")
    private String olderThan;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    private final SettingsDecrypter decrypter;
    private Secrets secrets = Secrets.of(List.of());

    /**
     * For Maven.
     *
     * @param decrypter reads encrypted passwords in {@code settings.xml}
     */
    @Inject
    public CleanMojo(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    @Override
    public void execute() throws MojoExecutionException {
        try {
            if (SettingValues.blankToNull(jdbcUrl) == null) {
                throw new ProblemException(ServerAdvice.externalNotNamed());
            }
            ExternalLogin login =
                    new ExternalCredentials(session, decrypter).login(jdbcUrl, username, password, serverId);
            secrets = secrets.and(login.password());
            tell(LeftoverDatabases.drop(login, limit()));
        } catch (RuntimeException e) {
            throw new FailureTranslation("clean", null, session.getStartTime().toInstant(), secrets).translate(e);
        }
    }

    @Override
    public Log getLog() {
        return new MaskedLog(super.getLog(), () -> secrets);
    }

    private Duration limit() {
        return olderThan.strip().matches("0[a-z]*")
                ? Duration.ZERO
                : SettingValues.duration("olderThan", olderThan, "24h");
    }

    private void tell(LeftoverDatabases.Result result) {
        result.dropped().forEach(each -> getLog().info("Dropped " + each));
        result.spared().forEach(each -> getLog().info("Left alone: " + each));
        result.refused().forEach(each -> getLog().warn("Could not be dropped: " + each));
        if (result.dropped().isEmpty()) {
            getLog().info("There was nothing to drop.");
        }
    }
}
