package io.github.testhygiene.mojo;

import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.Databases;
import io.github.testhygiene.postgres.PostgresServer;
import io.github.testhygiene.postgres.ServerSettings;
import io.github.testhygiene.postgres.ServerStarter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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
     */
    record SharedServer(PostgresServer server, Databases databases) {}

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
            shared = new SharedServer(server, new Databases(server));
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
