package io.github.testhygiene.session;

import io.github.testhygiene.advice.SessionAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.LeftoverDatabases;
import io.github.testhygiene.postgres.database.SessionRole;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerSettings;
import io.github.testhygiene.postgres.server.ShutdownActions;
import io.github.testhygiene.rerun.run.OtherModules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all modules of one Maven session share: the server, and for each module what its goals hand to each other. Ends
 * with the session.
 */
public final class HygieneSession implements AutoCloseable {

    /** Pulling an image may take long, and it has limits of its own. */
    private static final long START_MINUTES = 30;

    /**
     * A server and what it holds.
     *
     * @param server the server
     * @param databases its databases
     * @param role with which tests log in; null where that is the server's own role
     * @param whyUsersPassword why tests need the password of the user's own role, as what follows the role's name; null
     *     where they do not
     */
    public record SharedServer(
            PostgresServer server,
            Databases databases,
            @Nullable SessionRole role,
            @Nullable String whyUsersPassword) {

        /** A database as the tests log in. */
        public DatabaseCoordinates forTests(DatabaseCoordinates database) {
            return role == null ? database : role.login(database);
        }
    }

    private final Map<ServerSettings, CompletableFuture<SharedServer>> servers = new ConcurrentHashMap<>();
    private final Map<String, ModuleRun> modules = new ConcurrentHashMap<>();
    private final Map<String, Integer> begun = new ConcurrentHashMap<>();
    private final Set<String> provisioning = ConcurrentHashMap.newKeySet();
    private final Lock beginning = new ReentrantLock();
    private final Lock machine = new ReentrantLock();
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    private final Shutdown ends;

    /**
     * Registers its end.
     *
     * @param warn takes a sentence for each thing whose end has failed
     */
    public HygieneSession(Consumer<String> warn) {
        this.ends = Shutdown.begin(warn);
    }

    /**
     * Starts the server, or joins the one that another module has started or is starting.
     *
     * @param settings which server
     * @param starter starts it, and registers what ends it should the build end meanwhile
     * @param log takes what killed builds have left on a server of the user's own
     */
    public SharedServer server(
            ServerSettings settings, Function<ShutdownActions, PostgresServer> starter, Consumer<String> log) {
        CompletableFuture<SharedServer> mine = new CompletableFuture<>();
        CompletableFuture<SharedServer> others = servers.putIfAbsent(settings, mine);
        if (others != null) {
            return joined(others);
        }
        // No lock is held: a server that does not answer must not keep the build from ending.
        try {
            SharedServer shared = started(starter.apply(ends.in(ShutdownPhase.SERVERS)), log);
            mine.complete(shared);
            return shared;
        } catch (RuntimeException | Error e) {
            servers.remove(settings);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private SharedServer started(PostgresServer server, Consumer<String> log) {
        if (server.provider() == Provider.EXTERNAL) {
            LeftoverDatabases.dropAndLog(server.maintenance(), log);
        }
        AtomicReference<@Nullable String> whyNot = new AtomicReference<>();
        SessionRole role = server.provider() == Provider.EXTERNAL
                ? SessionRole.create(server, whyNot::set).orElse(null)
                : null;
        SharedServer shared = new SharedServer(server, new Databases(server), role, whyNot.get());
        ends.register(ShutdownPhase.DATABASES, "the databases", () -> drop(shared));
        return shared;
    }

    /** Where the server ends, too, it takes with it what it does not want to drop. */
    private static void drop(SharedServer shared) {
        try {
            shared.databases().dropAll();
        } catch (ProblemException e) {
            if (shared.server().provider() == Provider.EXTERNAL) {
                throw e;
            }
        } finally {
            if (shared.role() != null) {
                shared.role().close();
            }
        }
    }

    private static SharedServer joined(CompletableFuture<SharedServer> others) {
        try {
            return others.get(START_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException problem
                    ? new ProblemException(problem.problem(), problem)
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new ProblemException(SessionAdvice.serverNotShared(START_MINUTES), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(SessionAdvice.buildIsEnding(), e);
        }
    }

    /** A module begins to use the server: its init scripts may create roles. To be followed by {@link #provisioned}. */
    public void provisions(String module) {
        beginning.lock();
        try {
            provisioning.add(module);
            begun.merge(module, 1, Integer::sum);
        } finally {
            beginning.unlock();
        }
    }

    /** What {@link #provisions} began has ended: the module is known by now, or has failed. */
    public void provisioned(String module) {
        provisioning.remove(module);
    }

    /**
     * Makes a module known, and ends what it had before.
     *
     * @param module its key
     * @param run what its goals hand to each other; ended with the session
     */
    public void put(String module, ModuleRun run) {
        ModuleRun previous;
        synchronized (modules) {
            previous = modules.put(module, run);
        }
        if (previous != null) {
            previous.close();
        }
        run.endWith(ends);
    }

    /**
     * Returns what the goals of a module hand to each other.
     *
     * @param module its key
     * @return empty if {@code provision} did not run in it
     */
    public Optional<ModuleRun> module(String module) {
        synchronized (modules) {
            return Optional.ofNullable(modules.get(module));
        }
    }

    /** The modules that share the server with this one. */
    public OtherModules others(String module) {
        // Without the monitor of modules: an interrupted session holds it while it waits for runs that ask this.
        return new OtherModules() {
            @Override
            public boolean useTheServer() {
                return provisioning.stream().anyMatch(each -> !each.equals(module))
                        || runs().anyMatch(ModuleRun::isRecording);
            }

            @Override
            public int begun() {
                return begun.entrySet().stream()
                        .filter(each -> !each.getKey().equals(module))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
            }

            @Override
            public Set<String> databases() {
                return runs().map(run -> run.reference().database()).collect(Collectors.toSet());
            }

            @Override
            public Lock beginning() {
                return beginning;
            }

            private Stream<ModuleRun> runs() {
                return modules.entrySet().stream()
                        .filter(each -> !each.getKey().equals(module))
                        .map(Map.Entry::getValue);
            }
        };
    }

    /** Held while a module's tests are re-run: under -T, two modules would disturb each other's times and outcomes. */
    public Lock machine() {
        return machine;
    }

    /**
     * Returns the one object of a class that the goals of this session hand to each other.
     *
     * @param type the class
     * @param first makes it, if no goal has asked for it yet
     * @return the same for all who ask
     */
    public <T> T shared(Class<T> type, Supplier<T> first) {
        return type.cast(shared.computeIfAbsent(type, key -> first.get()));
    }

    @Override
    public void close() {
        ends.close();
    }
}
