package io.github.testhygiene.diagnosis;

import static io.github.testhygiene.fixture.SampleTests.failed;
import static io.github.testhygiene.fixture.SampleTests.passed;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.OrderedClasses;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.VerdictKind;
import io.github.testhygiene.plan.RunLog;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import io.github.testhygiene.plan.Suite;
import io.github.testhygiene.plan.SuiteBuilder;
import io.github.testhygiene.plan.TestUnit;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.Template;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.rerun.run.CloneSource;
import io.github.testhygiene.rerun.run.RerunExperiments;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Leaks in a suite whose data access class creates the schema and its base rows at the first connection of each JVM, on a
 * real server. What tests do there is scripted.
 */
@Timeout(300)
class StartedApplicationTest {

    private static final RecordedTest READS = test("shop.CatalogIT", "reads");
    private static final RecordedTest CULPRIT = test("shop.PromotionIT", "promotes");
    private static final RecordedTest VICTIM = test("shop.PriceIT", "shows");

    private static PostgresServer server;

    private Databases databases;
    private Template template;
    private String start = "CREATE TABLE IF NOT EXISTS product (sku text PRIMARY KEY, cents int, since timestamptz"
            + " DEFAULT now()); CREATE SEQUENCE IF NOT EXISTS invoice; CREATE TABLE IF NOT EXISTS basket (item text);"
            + " INSERT INTO product VALUES ('cup', 900), ('teapot', 4500) ON CONFLICT DO NOTHING";
    private final Map<RecordedTest, Body> bodies = new HashMap<>();
    private final Map<TestId, SpanEvidence> seen = new LinkedHashMap<>();

    /** What a test does in its JVM and on its database. */
    @FunctionalInterface
    private interface Body {
        boolean passes(Set<String> jvm, Statement statement) throws SQLException;
    }

    @BeforeAll
    static void start() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void prepare() {
        databases = new Databases(server);
        template = databases.takeTemplate(databases.create());
        does(READS, use(), (jvm, statement) -> number(statement, "SELECT cents FROM product WHERE sku = 'cup'") == 900);
    }

    @AfterEach
    void dropAll() {
        databases.dropAll();
    }

    private void does(RecordedTest test, SpanEvidence evidence, Body body) {
        bodies.put(test, body);
        if (evidence != null) {
            seen.put(test.id(), evidence);
        }
    }

    private static SpanEvidence use(TableChange... left) {
        return use(OtherTraces.NONE, left);
    }

    private static SpanEvidence use(OtherTraces traces, TableChange... left) {
        Set<String> named = new HashSet<>(Set.of("public.product"));
        List.of(left).forEach(change -> named.add(change.table()));
        SqlUse sql = new SqlUse(1, 1, 1, 0, 0, 1, 1L, 0, null);
        return new SpanEvidence(sql, List.of(left), traces, Set.of(), named, null);
    }

    private static TableChange change(String table, int inserted, int updated, int deleted) {
        return new TableChange(table, inserted, updated, deleted, false, null, null, List.of(), false, false);
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : -1;
        }
    }

    private RunResult run(CloneSource source, RunRequest request) {
        List<TestOutcome> outcomes = new ArrayList<>();
        DatabaseCoordinates database = source.take();
        for (RunRequest.Segment segment : request.segments()) {
            Set<String> jvm = new HashSet<>();
            if (request.experiment().ownDatabases()) {
                source.giveBack(database);
                database = source.take();
            }
            String url = database.jdbcUrl() + "?user=" + database.username() + "&password=" + database.password();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute(start);
                for (RecordedTest test : segment.tests()) {
                    boolean passes = bodies.get(test).passes(jvm, statement);
                    outcomes.add(passes ? passed(test) : failed(test));
                }
            } catch (SQLException e) {
                segment.tests().forEach(test -> outcomes.add(failed(test)));
            }
        }
        source.giveBack(database);
        return RunResult.of(new RunExit.Completed(), outcomes, Duration.ofSeconds(1));
    }

    private final class Clones implements CloneSource {

        @Override
        public String referenceName() {
            return template.reference().database();
        }

        @Override
        public DatabaseCoordinates take() {
            return databases.cloneOf(template);
        }

        @Override
        public void giveBack(DatabaseCoordinates clone) {
            databases.drop(clone);
        }
    }

    private Culprit located() {
        List<RecordedTest> tests = List.of(READS, CULPRIT, VICTIM);
        Recording recording = SampleRecordings.ofPassing(tests);
        Suite suite = new SuiteBuilder(OrderedClasses.UNIT, false).build(recording, test -> true);
        TestUnit culprit = suite.unitOf(CULPRIT.id()).orElseThrow();
        Suspect suspect = new Suspect(
                suite.unitOf(VICTIM.id()).orElseThrow(), VerdictKind.VICTIM, List.of(List.of(culprit)), List.of());
        SearchRuns searchRuns = new SearchRuns(
                suite,
                request -> run(new Clones(), request),
                new TimeBudget(Duration.ofHours(1), System::nanoTime),
                new RunLog(Scenario.SILENT));
        KeptDatabases left = new KeptDatabases(
                new RerunExperiments(source -> request -> run(source, request), databases, template), searchRuns);
        RecordedDatabaseUse use = new RecordedDatabaseUse(new DatabaseEvidence(null, null, seen, List.of()));
        FoundCulprit found = new FoundCulprit(List.of(culprit), null, 3);
        new LeakLocation(suspect, searchRuns, left, use).locate(found);
        if (found.leak() == Leak.DATABASE) {
            new RowProofs(suspect, searchRuns, left, new ApplicationStartDatabases(suite, use)).prove(found);
        }
        return found.culprit();
    }

    private static boolean cache(Set<String> jvm) {
        return jvm.add("promotion");
    }

    private static boolean shown(Set<String> jvm) {
        return !jvm.contains("promotion");
    }

    @Test
    void whatTheStartCreatesAndFillsDoesNotHideThatALeakIsTheJvm() {
        does(CULPRIT, use(), (jvm, statement) -> cache(jvm));
        does(VICTIM, use(), (jvm, statement) -> shown(jvm));

        assertThat(located()).extracting(Culprit::leak, Culprit::leakReason).containsExactly(Leak.JVM, null);
    }

    @Test
    void norDoRowsThatTheCulpritLeavesAndThatAreStillThere() {
        does(CULPRIT, use(change("public.basket", 1, 0, 0)), (jvm, statement) -> {
            statement.execute("INSERT INTO basket VALUES ('cup')");
            return cache(jvm);
        });
        does(VICTIM, use(change("public.basket", 1, 0, 0), change("public.product", 0, 1, 0)), (jvm, statement) -> {
            statement.execute("INSERT INTO basket VALUES ('teapot'); UPDATE product SET cents = 901 WHERE sku = 'cup'");
            return shown(jvm);
        });
        // The culprit names the table in which the victim changes a row of the start.
        assertThat(located().leak()).isEqualTo(Leak.UNDETERMINED);

        does(
                CULPRIT,
                new SpanEvidence(
                        use().sql(),
                        List.of(change("public.basket", 1, 0, 0)),
                        OtherTraces.NONE,
                        Set.of("public.basket"),
                        Set.of("public.basket"),
                        null),
                bodies.get(CULPRIT));
        assertThat(located().leak()).isEqualTo(Leak.JVM);
    }

    @Test
    void whatTheStartOfTheSecondJvmRevertsMayBeTheLeak() {
        start += "; DELETE FROM basket";
        does(CULPRIT, use(change("public.basket", 1, 0, 0)), (jvm, statement) -> {
            statement.execute("INSERT INTO basket VALUES ('cup')");
            return true;
        });
        does(VICTIM, use(), (jvm, statement) -> number(statement, "SELECT count(*) FROM basket") == 0);

        assertThat(located())
                .extracting(Culprit::leak, Culprit::leakReason)
                .containsExactly(
                        Leak.UNDETERMINED,
                        "in two JVMs nothing happens, but the second one also reverts what the first one left in"
                                + " public.basket");
    }

    @Test
    void aBaseRowThatTheStartWritesAnewMayBeTheLeak() {
        does(CULPRIT, use(change("public.product", 0, 0, 1)), (jvm, statement) -> {
            statement.execute("DELETE FROM product WHERE sku = 'teapot'");
            return true;
        });
        does(VICTIM, use(), (jvm, statement) -> number(statement, "SELECT count(*) FROM product") == 2);

        assertThat(located().leak()).isEqualTo(Leak.UNDETERMINED);
    }

    @Test
    void rowsAreProvedAgainstADatabaseOnWhichTheApplicationHasStarted() {
        does(CULPRIT, use(change("public.basket", 1, 0, 0)), (jvm, statement) -> {
            statement.execute("INSERT INTO basket VALUES ('cup')");
            return true;
        });
        does(VICTIM, use(change("public.basket", 1, 0, 0)), (jvm, statement) -> {
            boolean empty = number(statement, "SELECT count(*) FROM basket") == 0;
            statement.execute("INSERT INTO basket VALUES ('mine')");
            return empty;
        });

        Culprit culprit = located();

        assertThat(culprit.leak()).isEqualTo(Leak.DATABASE);
        assertThat(culprit.proof().needed())
                .extracting(RowProof.Part::object, RowProof.Part::sample)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("public.basket", List.of("item 'cup'")));
        // The start's rows are not the culprit's, whose times differ.
        assertThat(culprit.proof().harmless()).isEmpty();
    }

    @Test
    void rowsOfTheOtherStartAreNotProvedToBeDeletedWhereTheCulpritOnlyInserts() {
        start += "; CREATE TABLE IF NOT EXISTS visit (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), who text);"
                + " INSERT INTO visit (who) SELECT 'start' WHERE NOT EXISTS (SELECT FROM visit WHERE who = 'start')";
        does(CULPRIT, use(change("public.visit", 1, 0, 0)), (jvm, statement) -> {
            statement.execute("INSERT INTO visit (who) VALUES ('culprit')");
            return true;
        });
        does(
                VICTIM,
                use(),
                (jvm, statement) -> number(statement, "SELECT count(*) FROM visit WHERE who = 'culprit'") == 0);

        Culprit culprit = located();

        assertThat(culprit.leak()).isEqualTo(Leak.DATABASE);
        assertThat(culprit.proof().needed())
                .extracting(RowProof.Part::kind, RowProof.Part::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LeftItem.Kind.INSERTED, 1));
        assertThat(culprit.proof().harmless())
                .extracting(RowProof.Part::kind)
                .doesNotContain(LeftItem.Kind.DELETED, LeftItem.Kind.UPDATED);
    }

    @Test
    void aSequenceOfTheStartIsSetBack() {
        OtherTraces advance = new OtherTraces(
                List.of(), List.of(new SequenceAdvance("public.invoice", null, 1L)), List.of(), List.of());
        does(CULPRIT, use(advance), (jvm, statement) -> number(statement, "SELECT nextval('invoice')") > 0);
        does(VICTIM, use(advance), (jvm, statement) -> number(statement, "SELECT nextval('invoice')") == 1);

        Culprit culprit = located();

        assertThat(culprit.leak()).isEqualTo(Leak.DATABASE);
        assertThat(culprit.proof().needed()).extracting(RowProof.Part::object).containsExactly("public.invoice");
    }

    /** Then the second JVM fails by itself, whatever the first one left. */
    @Test
    void aStartThatCannotBeRepeatedSaysNothingOfTheDatabase() {
        start = "CREATE TABLE product (sku text PRIMARY KEY, cents int)";
        does(READS, use(), (jvm, statement) -> true);
        does(CULPRIT, use(), (jvm, statement) -> cache(jvm));
        does(VICTIM, use(), (jvm, statement) -> shown(jvm));

        assertThat(located())
                .extracting(Culprit::leak, Culprit::leakReason)
                .containsExactly(
                        Leak.UNDETERMINED,
                        "in a JVM of its own it also fails on a database on which only the application has started");
    }
}
