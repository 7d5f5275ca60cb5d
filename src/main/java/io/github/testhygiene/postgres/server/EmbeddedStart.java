package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts an embedded server: unpacks its binaries, initialises its files, and tries again where that can help. */
public final class EmbeddedStart {

    private static final int ATTEMPTS = 4;
    private static final String FULL_DISK = "No space left on device";
    private static final String SHARED_MEMORY = "shared memory";

    /** Older ones choose the shared memory of initdb by themselves. */
    private static final int SETS_OPTIONS = 16;

    private final PostgresVersion wanted;
    private final UnpackedBinaries binaries;
    private final ShutdownActions ends;
    private boolean plainLocale;
    private boolean comparedWithArchive;

    EmbeddedStart(PostgresVersion wanted, EmbeddedBinaries binaries, Path cache, ShutdownActions ends) {
        this.ends = ends;
        this.wanted = wanted;
        String artifactId = BinaryArtifact.ofThisMachine().artifactId();
        this.binaries = new UnpackedBinaries(
                binaries.resolve(artifactId, wanted.binaries()), cache.resolve(artifactId + "-" + wanted.binaries()));
    }

    EmbeddedServer start() {
        for (int attempt = 1; ; attempt++) {
            Path programs = unpacked();
            DataFolder folder = DataFolder.create(ends);
            try {
                return start(programs, folder);
            } catch (IOException | SQLException | RuntimeException e) {
                String log = folder.lastLines();
                folder.close();
                if (attempt == ATTEMPTS || !worthAnotherTry(log)) {
                    throw failed(log.isEmpty() ? FailureReason.deepest(e) : log, folder, e);
                }
            }
        }
    }

    private Path unpacked() {
        try {
            return binaries.folder();
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(
                    ServerAdvice.binariesNotUnpacked(
                            wanted.binaries(), binaries.cache().toString(), FailureReason.deepest(e)),
                    e);
        }
    }

    private EmbeddedServer start(Path programs, DataFolder folder) throws IOException, SQLException {
        String password = RandomText.generate(24);
        Path passwordFile = folder.writePassword(password);
        EmbeddedProcess process = EmbeddedProcess.start(programs, folder, initialisation(passwordFile), settings());
        Files.deleteIfExists(passwordFile);
        return new EmbeddedServer(process, folder, password);
    }

    /** The server never runs without a password. */
    private List<String> initialisation(Path passwordFile) {
        List<String> options = new ArrayList<>(
                List.of("--pwfile=" + passwordFile, "--auth-host=scram-sha-256", "--auth-local=scram-sha-256"));
        if (plainLocale) {
            options.add("--locale=C");
        }
        if (wanted.major() >= SETS_OPTIONS) {
            ServerOptions.sharedMemory().forEach((name, value) -> options.add("--set=" + name + "=" + value));
        }
        return options;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = ServerOptions.all();
        settings.put("shared_preload_libraries", ServerOptions.STATEMENTS);
        settings.put("listen_addresses", "localhost");
        settings.put("unix_socket_directories", "");
        return settings;
    }

    private boolean worthAnotherTry(String log) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (log.contains("invalid locale") && !plainLocale) {
            // LANG names a locale that this machine does not have, as in many slim images.
            plainLocale = true;
            return true;
        }
        // Another process took the free port between our look and the server's start.
        return log.contains("could not bind")
                || log.contains("could not create any TCP/IP sockets")
                || binariesWereDamaged();
    }

    /** What a full disk or a broken CI cache did to the binaries must not stay for ever. */
    private boolean binariesWereDamaged() {
        if (comparedWithArchive) {
            return false;
        }
        comparedWithArchive = true;
        try {
            return binaries.removeIfDamaged();
        } catch (IOException e) {
            return false; // the first failure says more
        }
    }

    private ProblemException failed(String reason, DataFolder folder, Throwable cause) {
        if (reason.contains(SHARED_MEMORY)) {
            return new ProblemException(ServerAdvice.noSharedMemory(wanted.binaries(), reason), cause);
        }
        return new ProblemException(
                reason.contains(FULL_DISK)
                        ? ServerAdvice.temporaryFolderUnusable(folder.root().toString(), reason)
                        : ServerAdvice.embeddedNotStarted(wanted.binaries(), reason),
                cause);
    }
}
