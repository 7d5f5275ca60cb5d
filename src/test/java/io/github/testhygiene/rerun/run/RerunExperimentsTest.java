package io.github.testhygiene.rerun.run;

import static io.github.testhygiene.rerun.run.RerunFixture.request;
import static io.github.testhygiene.rerun.run.RerunFixture.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.plan.Experiment;
import io.github.testhygiene.plan.KeptDatabase;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.TestRunner;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.Template;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.rerun.samples.ShopSamples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Databases that runs leave, on a real server. */
@Timeout(300)
class RerunExperimentsTest {

    private static final RunRequest CULPRIT = request(segment(ShopSamples.Importing.class, "imports"));
    private static final RunRequest SUSPECT = request(segment(ShopSamples.Totals.class, "countsOrders"));

    private static PostgresServer server;

    private final List<String> counts = new ArrayList<>();
    private Databases databases;
    private Template template;
    private Set<String> known;

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void prepare() throws SQLException {
        databases = new Databases(server);
        DatabaseCoordinates reference = databases.create();
        Databases.execute(
                reference,
                List.of("CREATE TABLE orders (id int PRIMARY KEY, what text)", "CREATE TABLE audit_log (line text)"));
        template = databases.takeTemplate(reference);
        known = existing();
    }

    @AfterEach
    void nothingStaysBehind() throws SQLException {
        assertThat(existing()).isEqualTo(known);
        databases.dropAll();
    }

    private static Set<String> existing() throws SQLException {
        return new TreeSet<>(query(server.maintenance(), "SELECT datname FROM pg_database"));
    }

    private static String url(DatabaseCoordinates database) {
        return database.jdbcUrl() + "?user=" + database.username() + "&password=" + database.password();
    }

    private static List<String> query(DatabaseCoordinates database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url(database));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Executes SQL in place of the culprit, and counts in place of the suspect. */
    private RerunExperiments lab(String sql) {
        return new RerunExperiments(clones -> request -> scripted(clones, request, sql), databases, template);
    }

    private RunResult scripted(CloneSource clones, RunRequest request, String sql) {
        DatabaseCoordinates database = clones.take();
        try {
            if (request.equals(CULPRIT)) {
                Databases.execute(database, List.of(sql));
            } else {
                counts.addAll(query(
                        database, "SELECT (SELECT count(*) FROM orders) || ' ' || (SELECT count(*) FROM audit_log)"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            clones.giveBack(database);
        }
        return RunResult.of(new RunExit.Completed(), List.of(), Duration.ZERO);
    }

    private static Set<Integer> of(KeptDatabase left, String table) {
        return left.items().stream()
                .filter(item -> item.object().equals(table))
                .map(LeftItem::number)
                .collect(Collectors.toSet());
    }

    @Test
    void aServerThatCopiesNoDatabaseInTimeHoldsNobody() throws Exception {
        TimeBudget budget = new TimeBudget(Duration.ofHours(1), System::nanoTime);
        KeptDatabase left =
                new TimeLimitedExperiments(lab("INSERT INTO orders VALUES (1, 'a')"), budget).after(CULPRIT);
        try (Connection connection = DriverManager.getConnection(url(server.maintenance()));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The server makes no copy of a database as long as this is not committed.
            for (String each : existing()) {
                if (!known.contains(each)) {
                    statement.execute("COMMENT ON DATABASE \"" + each + "\" IS 'busy'");
                }
            }
            budget.end();

            RunResult result = left.run(Set.of(), SUSPECT);

            assertThat(result.exit())
                    .isEqualTo(new RunExit.NoAnswer(
                            "the build was interrupted while the database that a run left was inspected"));
            connection.rollback();
        }
        left.close();
        // The copy that comes too late goes, too, when the thread that waits for it has it.
        while (!existing().equals(known)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void realTestsFailAfterTheCulpritAndPassWithoutItsRow(@TempDir Path folder) {
        Map<String, String> properties = Map.of("sample.url", url(template.reference()));
        try (ForkedTestRunner runner = RerunFixture.runner(
                        RerunFixture.recipe(properties), new RerunFixture.Clones(), folder, RerunFixture.LONG);
                KeptDatabase left = new RerunExperiments(runner::on, databases, template).after(CULPRIT)) {
            assertThat(left.result().exit()).isEqualTo(new RunExit.Completed());
            assertThat(left.items())
                    .extracting(item -> item.object() + " " + item.text())
                    .containsExactlyInAnyOrder(
                            "public.audit_log line 'noise 1'",
                            "public.audit_log line 'noise 2'",
                            "public.audit_log line 'noise 3'",
                            "public.orders id 17");
            assertThat(left.limits()).isEmpty();

            assertThat(outcome(left.run(Set.of(), SUSPECT)).passed()).isFalse();
            assertThat(outcome(left.run(of(left, "public.audit_log"), SUSPECT)).passed())
                    .isFalse();
            assertThat(outcome(left.run(of(left, "public.orders"), SUSPECT)).passed())
                    .isTrue();
            List<String> cleanUp = left.cleanUp(of(left, "public.orders"));
            assertThat(cleanUp).containsExactly("DELETE FROM public.orders WHERE id = 17");
            assertThat(outcome(left.runAfter(cleanUp, SUSPECT)).passed()).isTrue();
        }
    }

    private static TestOutcome outcome(RunResult result) {
        assertThat(result.exit()).isEqualTo(new RunExit.Completed());
        return result.outcome(SUSPECT.ids().get(0)).orElseThrow();
    }

    @Test
    void everyExperimentStartsFromWhatTheCulpritLeft() {
        try (KeptDatabase left = lab("INSERT INTO orders VALUES (1), (2); INSERT INTO audit_log VALUES ('x')")
                .after(CULPRIT)) {
            left.run(of(left, "public.orders"), SUSPECT);
            left.run(of(left, "public.audit_log"), SUSPECT);
            left.runAfter(List.of("DELETE FROM orders WHERE id = 1"), SUSPECT);
            left.run(Set.of(), SUSPECT);
        }

        assertThat(counts).containsExactly("0 1", "2 0", "1 1", "2 1");
    }

    @Test
    void aSessionThatTheCulpritLeftIsEnded() throws SQLException {
        List<Connection> leaked = new ArrayList<>();
        TestRunner unused = request -> RerunExperiments.noAnswer("not asked");
        RerunExperiments lab = new RerunExperiments(
                clones -> {
                    try {
                        Connection connection = DriverManager.getConnection(url(clones.take()));
                        connection.setAutoCommit(false);
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("INSERT INTO orders VALUES (9)");
                        }
                        leaked.add(connection);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return unused;
                },
                databases,
                template);

        try (KeptDatabase left = lab.after(CULPRIT)) {
            assertThat(left.items()).isEmpty();
            assertThat(left.limits()).isEmpty();
            assertThat(leaked.get(0).isValid(5)).isFalse();
        }
    }

    @Test
    void aStatementThatFailsGivesNoAnswer() {
        try (KeptDatabase left = lab("INSERT INTO orders VALUES (1)").after(CULPRIT)) {
            RunResult result = left.runAfter(List.of("DELETE FROM orders", "DELETE FROM nowhere"), SUSPECT);

            assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                    .startsWith("the clean-up statements failed: ")
                    .contains("nowhere"));
        }
        assertThat(counts).isEmpty();
    }

    @Test
    void rowsThatCannotBeTakenBackGiveNoAnswer() {
        String withCheck = "INSERT INTO orders VALUES (1); CREATE TABLE lines (o int REFERENCES orders);"
                + " INSERT INTO lines VALUES (1)";
        try (KeptDatabase left = lab(withCheck).after(CULPRIT)) {
            RunResult result = left.run(of(left, "public.orders"), SUSPECT);

            assertThat(result.exit()).isInstanceOfSatisfying(RunExit.NoAnswer.class, exit -> assertThat(exit.reason())
                    .startsWith("the rows could not be taken back: ")
                    .contains("foreign key lines_o_fkey"));
            assertThat(left.limits()).contains("table public.lines is new");
        }
        assertThat(counts).isEmpty();
    }

    @Test
    void withoutATemplateThereIsNoAnswer() {
        databases.drop(template.database());
        known.remove(template.database().database());

        try (KeptDatabase left = lab("SELECT 1").after(CULPRIT)) {
            assertThat(left.result().exit()).isInstanceOf(RunExit.NoAnswer.class);
            assertThat(left.items()).isEmpty();
            assertThat(left.limits()).isPresent();
            assertThat(left.run(Set.of(), SUSPECT).exit()).isInstanceOf(RunExit.NoAnswer.class);
        }
    }

    @Test
    void aTemplateThatGoesAwayIsSaidInsteadOfItems() {
        try (KeptDatabase left = lab("INSERT INTO orders VALUES (1)").after(CULPRIT)) {
            databases.drop(template.database());
            known.remove(template.database().database());

            assertThat(left.items()).isEmpty();
            assertThat(left.limits().orElseThrow()).startsWith("the database could not be compared with what it was: ");
            assertThat(left.run(Set.of(), SUSPECT).exit()).isInstanceOf(RunExit.NoAnswer.class);
        }
    }

    @Test
    void aDatabaseForEveryJvmIsRefused() {
        RunRequest own = SUSPECT.as("own", RunKind.CONFIRM, Experiment.OWN_DATABASES);

        assertThatIllegalArgumentException().isThrownBy(() -> lab("SELECT 1").after(own));
    }
}
