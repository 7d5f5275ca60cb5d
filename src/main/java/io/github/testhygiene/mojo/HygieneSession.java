package io.github.testhygiene.mojo;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.Databases;
import io.github.testhygiene.postgres.PostgresServer;
import io.github.testhygiene.postgres.ServerSettings;
import io.github.testhygiene.postgres.ServerStarter;
import io.github.testhygiene.postgres.SessionRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all modules of one Maven session share: the server, and for each module what its goals hand to each other. Ends
 * with the session.
 */
final class HygieneSession implements AutoCloseable {

    /**
     * A server and what it holds.
     *
     * @param server the server
     * @param databases its databases
     * @param role with which tests log in; null where that is the server's own role
     */
    record SharedServer(
            PostgresServer server,
            Databases databases,
            @Nullable SessionRole role) {

        /** A database as the tests log in. */
        DatabaseCoordinates forTests(DatabaseCoordinates database) {
            return role == null ? database : role.login(database);
        }
    }

    private final Map<ServerSettings, SharedServer> servers = new HashMap<>();
    private final Map<String, ModuleRun> modules = new HashMap<>();
    private final Lock machine = new ReentrantLock();
    private final ReplayBoard replays = new ReplayBoard();
    private final Consumer<String> warn;

    private final Thread onInterrupt = new Thread(this::interrupt, "test-hygiene-end");

    HygieneSession(Consumer<String> warn) {
        this.warn = warn;
        // The servers have hooks of their own.
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** Starts the server, or joins the one that another module has started. */
    synchronized SharedServer server(ServerSettings settings, ServerStarter starter) {
        SharedServer shared = servers.get(settings);
        if (shared == null) {
            PostgresServer server = starter.start(settings);
            SessionRole role = server.provider() == Provider.EXTERNAL
                    ? SessionRole.create(server, warn).orElse(null)
                    : null;
            shared = new SharedServer(server, new Databases(server), role);
            servers.put(settings, shared);
        }
        return shared;
    }

    synchronized void put(String module, ModuleRun run) {
        ModuleRun previous = modules.put(module, run);
        if (previous != null) {
            previous.close();
        }
    }

    synchronized Optional<ModuleRun> module(String module) {
        return Optional.ofNullable(modules.get(module));
    }

    /** Held while a module's tests are re-run: under -T, two modules would disturb each other's times and outcomes. */
    Lock machine() {
        return machine;
    }

    /** What is replayed in this session, if anything is. */
    ReplayBoard replays() {
        return replays;
    }

    private void interrupt() {
        all().forEach(ModuleRun::interrupt);
        endModules();
    }

    private void endModules() {
        all().forEach(ModuleRun::close);
    }

    private synchronized List<ModuleRun> all() {
        return List.copyOf(modules.values());
    }

    @Override
    public synchronized void close() {
        endModules();
        modules.clear();
        for (SharedServer shared : servers.values()) {
            try {
                shared.databases().dropAll();
            } catch (ProblemException e) {
                warn.accept(e.problem().text());
            }
            if (shared.role() != null) {
                shared.role().close();
            }
            shared.server().close();
        }
        servers.clear();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException jvmIsEnding) {
            warn.accept("The build was interrupted.");
        }
    }
}
