package io.github.testhygiene.mojo;

import io.github.testhygiene.check.CheckScope;
import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.check.StaleReport;
import io.github.testhygiene.maven.PostgresArtifacts;
import io.github.testhygiene.maven.TestToolchain;
import io.github.testhygiene.mojo.ModulePreparation.Evidence;
import io.github.testhygiene.mojo.ModulePreparation.PasswordExport;
import io.github.testhygiene.postgres.server.DatabaseChoice;
import io.github.testhygiene.postgres.server.ExternalLogin;
import io.github.testhygiene.postgres.server.ServerSettings;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.postgres.server.ShutdownActions;
import io.github.testhygiene.replay.ReplayPreparation;
import io.github.testhygiene.report.ReportJson;
import io.github.testhygiene.rerun.files.FileGuard;
import io.github.testhygiene.selection.PreparedSelection;
import io.github.testhygiene.session.HygieneSession;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Starts or joins one PostgreSQL for the whole Maven session, gives this module a database of its own, tells its tests
 * where that is, and arms the recorder.
 */
@Mojo(
        name = "provision",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ProvisionMojo extends CheckingMojo {

    /**
     * Which PostgreSQL: {@code auto} (a container where a Docker engine answers, else embedded), {@code container},
     * {@code embedded} or {@code external}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.database", defaultValue = "auto")
    private String database;

    /**
     * The version of a container or an embedded server, for example {@code 17} or {@code 17.9}; by default 18.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.postgresVersion")
    private @Nullable String postgresVersion;

    /**
     * The image of the container, such as one with PostGIS or pgvector; by default the official one of the version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.image")
    private @Nullable String image;

    /**
     * The JDBC URL of an external server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.jdbcUrl")
    private @Nullable String jdbcUrl;

    /**
     * The role on an external server; it must be allowed to create databases.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.username")
    private @Nullable String username;

    /**
     * The role's password on an external server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.password")
    private @Nullable String password;

    /**
     * The id of a server in {@code settings.xml} that holds user name and password for an external server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.serverId")
    private @Nullable String serverId;

    /**
     * SQL scripts that are run once on the new database, before any test.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.initScripts")
    private List<File> initScripts = List.of();

    /**
     * More system properties for the tests, a name and a template each: {@code <db.url>{jdbcUrl}</db.url>}. Known are
     * {@code {jdbcUrl}}, {@code {username}}, {@code {password}}, {@code {host}}, {@code {port}} and {@code {database}}.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> exports = Map.of();

    /**
     * Whether a system property of the tests holds your password for an external server where they have to log in as your
     * role, since that is no superuser. By default PostgreSQL's JDBC driver takes it from a file, because failsafe writes
     * system properties to its reports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.exportPassword", defaultValue = "false")
    private boolean exportPassword;

    /**
     * Whether PostgreSQL is asked which rows each test left and which statements it executed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.databaseEvidence", defaultValue = "true")
    private boolean databaseEvidence;

    private final RepositorySystem repositorySystem;
    private final SettingsDecrypter decrypter;
    private final ToolchainManager toolchains;

    /**
     * For Maven.
     *
     * @param repositorySystem resolves PostgreSQL's binaries
     * @param decrypter reads encrypted passwords in {@code settings.xml}
     * @param toolchains know the tests' JVM
     */
    @Inject
    public ProvisionMojo(RepositorySystem repositorySystem, SettingsDecrypter decrypter, ToolchainManager toolchains) {
        this.toolchains = toolchains;
        this.repositorySystem = repositorySystem;
        this.decrypter = decrypter;
    }

    @Override
    void run() {
        CheckSettings settings = checkSettings();
        boolean replaying = ReplaySelection.isAsked(mavenSession());
        PreparedSelection selection = replaying ? null : selection(settings.scope());
        if (!replaying) {
            StaleReport.delete(outputFolder()).ifPresent(problem -> getLog().warn(problem.text()));
        } else if (!prepareReplay(settings)) {
            return;
        }
        FileGuard files = new FileGuard(
                ModulePlaces.of(project(), mavenSession(), outputFolder()),
                settings.scope().files(),
                getLog()::warn);
        files.prepare();
        ServerSettings server = serverSettings();
        HygieneSession.SharedServer shared =
                hygieneSession().server(server, ends -> starter(ends).start(server), getLog()::info);
        keepSecret(shared.server().maintenance());
        hygieneSession().provisions(moduleKey());
        try {
            provision(shared, files, selection, databaseEvidence && !replaying ? Evidence.RECORDED : Evidence.LEFT_OUT);
        } finally {
            hygieneSession().provisioned(moduleKey());
        }
    }

    private void provision(
            HygieneSession.SharedServer shared,
            FileGuard files,
            @Nullable PreparedSelection selection,
            Evidence evidence) {
        ModulePreparation.Settings settings = new ModulePreparation.Settings(
                initScripts.stream().map(File::toPath).toList(),
                exports,
                exportPassword ? PasswordExport.PROPERTY : PasswordExport.FILE,
                evidence);
        ModulePreparation.Prepared module = new ModulePreparation(
                        project(), settings, outputFolder(), cache(), getLog())
                .prepare(shared, files, hygieneSession().others(moduleKey()));
        module.run().selection(selection);
        hygieneSession().put(moduleKey(), module.run());
        new RecorderInstallation(project(), mavenSession(), new TestToolchain(toolchains, mavenSession()), getLog())
                .arm(module.exports(), module.recorderJar(), failsafe());
        getLog().info("Exported to the tests: " + module.exports().names());
    }

    private @Nullable PreparedSelection selection(CheckScope scope) {
        return selectionStage(scope).prepare(outputFolder().resolve(ReportJson.FILE), previousReport());
    }

    /** Looks up what is to be replayed; false if this module does not know it. */
    private boolean prepareReplay(CheckSettings settings) {
        ReplaySelection selection = new ReplaySelection(project(), mavenSession());
        Optional<Set<String>> classes =
                new ReplayPreparation(selection.asked(), replayBoard()).prepare(moduleKey(), settings, outputFolder());
        classes.ifPresentOrElse(selection::select, selection::skipTests);
        return classes.isPresent();
    }

    private ServerSettings serverSettings() {
        DatabaseChoice choice = DatabaseChoice.parse(database);
        return new ServerSettings(
                choice,
                SettingValues.blankToNull(postgresVersion),
                SettingValues.blankToNull(image),
                choice == DatabaseChoice.EXTERNAL ? login() : null,
                cache());
    }

    private @Nullable ExternalLogin login() {
        if (SettingValues.blankToNull(jdbcUrl) == null) {
            return null;
        }
        ExternalLogin login =
                new ExternalCredentials(mavenSession(), decrypter).login(jdbcUrl, username, password, serverId);
        if (!login.password().equals(login.username())) {
            keepSecret(login.password());
        }
        return login;
    }

    private ServerStarter starter(ShutdownActions ends) {
        PostgresArtifacts artifacts = new PostgresArtifacts(
                repositorySystem,
                mavenSession().getRepositorySession(),
                project().getRemotePluginRepositories());
        return new ServerStarter(artifacts::resolve, getLog()::info, ends);
    }
}
