package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.ClusterChange;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.DatabaseChoice;
import io.github.testhygiene.postgres.server.ExternalLogin;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerSettings;
import io.github.testhygiene.postgres.server.ServerStarter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that change a real server outside their database. */
class ClusterGuardTest {

    private static PostgresServer server;
    private static Databases databases;

    private final List<String> warnings = new ArrayList<>();
    private final AtomicBoolean othersTest = new AtomicBoolean();
    private final AtomicInteger othersBegun = new AtomicInteger();
    private ClusterGuard guard;

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
        databases = new Databases(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        guard = new ClusterGuard(server, others(), warnings::add);
        guard.beforeTests();
    }

    @AfterEach
    void close() {
        guard.close();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aRunFindsNothingOfWhatTheOneBeforeItLeft() throws SQLException {
        DatabaseCoordinates own = databases.create();
        RunResult changing = run("changes", () -> {
            execute(own, "CREATE TABLE t (x int)");
            execute(own, "CREATE ROLE auditor LOGIN PASSWORD 'secret' CREATEDB");
            execute(own, "GRANT SELECT ON t TO auditor");
            execute(own, "ALTER TABLE t OWNER TO auditor");
            execute(own, "GRANT pg_monitor TO auditor");
            execute(own, "CREATE DATABASE warehouse");
            execute(own, "ALTER SYSTEM SET work_mem = '7MB'");
            execute(own, "SELECT pg_reload_conf()");
            execute(
                    own,
                    "ALTER ROLE postgres SET default_transaction_read_only = on; ALTER ROLE postgres PASSWORD 'changed'");
        });
        assertThat(changing.exit()).isInstanceOf(RunExit.Completed.class);

        RunResult next = run("unaffected", () -> {
            execute(own, "CREATE ROLE auditor");
            execute(own, "DROP ROLE auditor");
            execute(own, "CREATE DATABASE warehouse");
            execute(own, "DROP DATABASE warehouse");
            assertThat(query(own, "SHOW default_transaction_read_only")).isEqualTo("off");
            assertThat(query(own, "SHOW work_mem")).isEqualTo("4MB");
        });

        assertThat(next.exit()).isInstanceOf(RunExit.Completed.class);
        List<ClusterChange> left = guard.left().byTest().get(test("changes").id());
        assertThat(left)
                .extracting(ClusterChange::what)
                .containsExactly(
                        "database warehouse was created",
                        "role auditor was created",
                        "the password of role postgres was changed",
                        "setting default_transaction_read_only of role postgres was changed",
                        "ALTER SYSTEM changed work_mem");
        assertThat(left)
                .extracting(ClusterChange::undo)
                .containsExactly(
                        "DROP DATABASE \"warehouse\" WITH (FORCE)",
                        "DROP ROLE \"auditor\"",
                        "ALTER ROLE \"postgres\" PASSWORD '...'",
                        "ALTER ROLE \"postgres\" RESET \"default_transaction_read_only\"",
                        "ALTER SYSTEM RESET \"work_mem\"");
        assertThat(left.toString()).doesNotContain("SCRAM");
        assertThat(guard.left().byTest()).containsOnlyKeys(test("changes").id());
    }

    @Test
    void whatTheUsersOwnRunLeftIsRevertedBeforeTheFirstRerun() throws SQLException {
        execute(databases.create(), "CREATE ROLE left_by_the_run");
        guard.beforeRuns();

        RunResult result = run("first", () -> execute(server.maintenance(), "CREATE ROLE left_by_the_run"));

        assertThat(result.exit()).isInstanceOf(RunExit.Completed.class);
        assertThat(guard.left().byRun())
                .extracting(ClusterChange::what)
                .containsExactly("role left_by_the_run was created");
        assertThat(guard.left().ofNoTest()).isEmpty(); // the alone run has shown whose it is
    }

    @Test
    void aRunBeforeWhichTheServerCannotBePutBackGivesNoAnswer() throws SQLException {
        guard.close();
        execute(server.maintenance(), "CREATE DATABASE precious");
        open();
        run("changes", () -> execute(server.maintenance(), "DROP DATABASE precious"));
        AtomicInteger executed = new AtomicInteger();

        RunResult result = run("next", executed::incrementAndGet);

        assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains("database precious was dropped"));
        assertThat(executed).hasValue(0);
    }

    @Test
    void whatAnotherModuleMayHaveCreatedIsNeverUndone() throws SQLException {
        othersTest.set(true);
        RunResult during = run("during", () -> execute(server.maintenance(), "CREATE ROLE of_a_module"));
        othersTest.set(false); // it has ended since the guard asked
        execute(server.maintenance(), "CREATE ROLE of_its_last_test");

        RunResult after = run("after", () -> {});
        guard.close();

        assertThat(during.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                .contains("role of_a_module was created"));
        assertThat(after.exit()).isInstanceOf(RunExit.Completed.class);
        assertThat(guard.left().byTest()).isEmpty();
        execute(server.maintenance(), "DROP ROLE of_a_module");
        execute(server.maintenance(), "DROP ROLE of_its_last_test");
    }

    @Test
    void aModuleThatBeganAndEndedBetweenTwoQuestionsCounts() throws SQLException {
        run("before", () -> {});
        othersBegun.incrementAndGet();
        execute(server.maintenance(), "CREATE ROLE of_a_short_module");

        assertThat(run("after", () -> {}).exit()).isInstanceOf(RunExit.Completed.class);
        guard.close();
        execute(server.maintenance(), "DROP ROLE of_a_short_module");
    }

    @Test
    void onTheUsersServerAChangeCostsOnlyTheRunsThatWereUnderWay() throws SQLException {
        DatabaseCoordinates users = server.maintenance();
        PostgresServer joined = new ServerStarter(new ClassPathBinaries(), line -> {})
                .start(new ServerSettings(
                        DatabaseChoice.EXTERNAL,
                        null,
                        null,
                        new ExternalLogin(users.jdbcUrl(), users.username(), users.password()),
                        ClassPathBinaries.CACHE));
        guard.close();
        guard = new ClusterGuard(joined, others(), warnings::add);
        guard.beforeTests();

        RunResult during = run("during", () -> execute(users, "CREATE ROLE of_a_colleague"));
        RunResult after = run("after", () -> {});
        execute(users, "DROP ROLE of_a_colleague");
        RunResult later = run("later", () -> {});

        assertThat(during.exit()).isInstanceOf(RunExit.NoAnswer.class);
        assertThat(after.exit()).isInstanceOf(RunExit.Completed.class);
        assertThat(later.exit()).isInstanceOf(RunExit.Completed.class);
        assertThat(warnings).singleElement().asString().contains("role of_a_colleague was created");
        warnings.clear();
    }

    @Test
    void aRunBesideOneThatChangesTheServerIsRepeatedByItself() throws Exception {
        DatabaseCoordinates own = databases.create();
        CountDownLatch bothRun = new CountDownLatch(2);
        CountDownLatch changed = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<RunResult> changing = threads.submit(() -> run("changes", () -> {
                bothRun.countDown();
                await(bothRun);
                execute(own, "CREATE ROLE beside");
                changed.countDown();
            }));
            Future<RunResult> beside = threads.submit(() -> run("beside", () -> {
                bothRun.countDown();
                await(bothRun);
                await(changed);
                boolean seen = query(own, "SELECT count(*) FROM pg_roles WHERE rolname = 'beside'")
                        .equals("1");
                assertThat(seen).isEqualTo(times.incrementAndGet() == 1);
            }));

            assertThat(changing.get().exit()).isInstanceOf(RunExit.Completed.class);
            assertThat(beside.get().exit()).isInstanceOf(RunExit.Completed.class);
        } finally {
            threads.shutdownNow();
        }
        assertThat(times).hasValue(2);
        assertThat(guard.left().byTest()).containsOnlyKeys(test("changes").id());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What a test does. */
    private interface Body {
        void execute() throws SQLException;
    }

    private OtherModules others() {
        Lock beginning = new ReentrantLock();
        return new OtherModules() {
            @Override
            public boolean useTheServer() {
                return othersTest.get();
            }

            @Override
            public int begun() {
                return othersBegun.get();
            }

            @Override
            public Set<String> databases() {
                return Set.of();
            }

            @Override
            public Lock beginning() {
                return beginning;
            }
        };
    }

    private RunResult run(String name, Body body) {
        TestRunner runner = request -> {
            try {
                body.execute();
                return RunResult.of(new RunExit.Completed(), List.of(), Duration.ZERO);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        };
        RecordedTest test = test(name);
        return guard.guard(runner)
                .run(new RunRequest("alone:" + name, RunKind.ALONE, List.of(new RunRequest.Segment(0, List.of(test)))));
    }

    private static RecordedTest test(String name) {
        return new RecordedTest(new TestId(name), List.of("shop.X"), name, "", name, "");
    }

    private static void execute(DatabaseCoordinates database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseCoordinates database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(DatabaseCoordinates database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
