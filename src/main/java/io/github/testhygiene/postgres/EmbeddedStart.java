package io.github.testhygiene.postgres;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.ProblemException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** Starts an embedded server: unpacks its binaries, initialises its files, and tries again where that can help. */
final class EmbeddedStart {

    private static final int ATTEMPTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PostgresVersion wanted;
    private final Path jar;
    private final Path cache;
    private boolean plainLocale;

    EmbeddedStart(PostgresVersion wanted, EmbeddedBinaries binaries, Path cache) {
        this.wanted = wanted;
        String artifactId = BinaryArtifact.ofThisMachine().artifactId();
        this.jar = binaries.resolve(artifactId, wanted.binaries());
        this.cache = cache.resolve(artifactId + "-" + wanted.binaries());
    }

    EmbeddedServer start() {
        for (int attempt = 1; ; attempt++) {
            DataFolder folder = openFolder();
            try {
                return start(folder);
            } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
                String log = folder.lastLines();
                folder.close();
                if (attempt == ATTEMPTS || !worthAnotherTry(log)) {
                    throw failed(log.isEmpty() ? Causes.deepest(e) : log, e);
                }
            }
        }
    }

    private DataFolder openFolder() {
        try {
            Files.createDirectories(cache);
            UnpackedBinaries.removeUnfinished(cache);
            return DataFolder.create();
        } catch (IOException e) {
            throw failed(e.toString(), e);
        }
    }

    private EmbeddedServer start(DataFolder folder) throws IOException, SQLException {
        String password = RandomText.of(24);
        Path passwordFile = folder.writePassword(password);
        EmbeddedPostgres process = builder(folder, password, passwordFile).start();
        Files.deleteIfExists(passwordFile);
        return new EmbeddedServer(process, folder, password);
    }

    private EmbeddedPostgres.Builder builder(DataFolder folder, String password, Path passwordFile) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPgBinaryResolver(new UnpackedBinaries(jar, cache))
                .setOverrideWorkingDirectory(cache.toFile())
                .setDataDirectory(folder.files())
                .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
                .setPGStartupWait(PATIENCE)
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", password);
        // Whatever is set here reaches initdb as --name=value: so the server never runs without a password.
        builder.setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256");
        if (plainLocale) {
            builder.setLocaleConfig("locale", "C");
        }
        ServerOptions.all().forEach(builder::setServerConfig);
        builder.setServerConfig("shared_preload_libraries", ServerOptions.STATEMENTS);
        builder.setServerConfig("listen_addresses", "localhost");
        builder.setServerConfig("unix_socket_directories", "");
        return builder;
    }

    private boolean worthAnotherTry(String log) {
        if (log.contains("invalid locale") && !plainLocale) {
            // LANG names a locale that this machine does not have, as in many slim images.
            plainLocale = true;
            return true;
        }
        // Somebody took the free port between our look and the server's start.
        return log.contains("could not bind") || log.contains("could not create any TCP/IP sockets");
    }

    private ProblemException failed(String reason, Throwable cause) {
        return new ProblemException(ServerAdvice.embeddedNotStarted(wanted.binaries(), reason), cause);
    }
}
