package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.TemplateRows;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.wire.Frame;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceRecorderTest {

    private static PostgresServer server;

    private Databases databases;
    private DatabaseCoordinates reference;
    private Connection connection;
    private EvidenceRecorder recorder;

    @BeforeAll
    static void startServer() {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        databases = new Databases(server);
        reference = databases.create();
        connection = connect();
        execute(
                "CREATE TABLE a (id int PRIMARY KEY, x text); INSERT INTO a VALUES (100, 'there'); CREATE SEQUENCE numbers");
        recorder = new EvidenceRecorder(server, databases, reference, true);
    }

    @AfterEach
    void close() throws SQLException {
        recorder.close();
        connection.close();
        databases.dropAll();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(reference.jdbcUrl(), reference.username(), reference.password());
    }

    private void execute(String sql) throws SQLException {
        execute(connection, sql);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String answer(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private void opens(String className) {
        recorder.passed(0, new Frame.ClassStarted(className));
    }

    private void closes(String className) {
        recorder.passed(0, new Frame.ClassFinished(className));
    }

    private void starts(String test) {
        recorder.passed(0, new Frame.Started(new TestId(test)));
    }

    private void ends(String test) {
        recorder.passed(
                0,
                new Frame.Finished(new TestOutcome(new TestId(test), TestStatus.PASSED, Duration.ofMillis(1), null)));
    }

    private DatabaseEvidence finish() {
        return recorder.finish(new TemplateRows(databases, Optional.empty()));
    }

    private static SpanEvidence of(DatabaseEvidence evidence, String test) {
        return evidence.tests().get(new TestId(test));
    }

    @Test
    void rowsOfTestsAndOfFixturesAreToldApart() throws SQLException {
        assertThat(recorder.open()).isTrue();
        assertThat(recorder.open()).isTrue();
        opens("A");
        execute("INSERT INTO a VALUES (1, 'fixture')");
        starts("t1");
        execute("INSERT INTO a VALUES (2, 'left'); INSERT INTO a VALUES (3, 'gone'); DELETE FROM a WHERE id = 3");
        ends("t1");
        starts("t2");
        execute("SELECT * FROM a");
        ends("t2");
        starts("t3");
        ends("t3");
        closes("A");
        recorder.ended(0);
        execute("INSERT INTO a VALUES (9, 'when the JVM went')");
        DatabaseEvidence evidence = finish();

        assertThat(evidence.noChangeLog()).isNull();
        assertThat(evidence.noStatementLog()).isNull();
        assertThat(of(evidence, "t1").rowsLeft()).singleElement().satisfies(change -> {
            assertThat(change.table()).isEqualTo("public.a");
            assertThat(change.inserted()).isEqualTo(1);
            assertThat(change.late()).isFalse();
        });
        assertThat(of(evidence, "t2").rowsLeft()).isEmpty();
        assertThat(of(evidence, "t2").tablesNamed()).containsExactly("public.a");
        assertThat(of(evidence, "t2").sql()).isNotNull().satisfies(sql -> assertThat(sql.statements())
                .isEqualTo(1));
        assertThat(of(evidence, "t3").sql()).isNotNull().satisfies(sql -> assertThat(sql.reached())
                .isFalse());
        assertThat(evidence.fixtures()).extracting(FixtureEvidence::className).containsExactly("A");
        assertThat(evidence.fixtures().get(0).evidence().rowsLeft())
                .singleElement()
                .extracting(TableChange::inserted)
                .isEqualTo(1L);
        assertThat(recorder.testSpans()).extracting("id").extracting("value").containsExactly("t1", "t2", "t3");
        assertThat(evidence.boundaryMillis()).isPositive();
        assertThat(recorder.bodyLog()).isPresent();
    }

    /** What the tests do in a database of their own is not observed, so that no test has no rows and no statements. */
    @Test
    void aDatabaseThatNobodyUsesSaysNothingOfTheTests() {
        recorder.open();
        opens("A");
        starts("t1");
        ends("t1");
        closes("A");
        recorder.ended(0);
        DatabaseEvidence evidence = finish();

        assertThat(evidence.use()).isEqualTo(Observation.NONE);
        assertThat(evidence.tests()).isEmpty();
        assertThat(evidence.noChangeLog()).startsWith("No test and no fixture used the provided database");
        assertThat(evidence.noStatementLog()).isEqualTo(evidence.noChangeLog());
        assertThat(evidence.fixtures()).singleElement().satisfies(fixture -> {
            assertThat(fixture.className()).isEqualTo("A");
            assertThat(fixture.evidence().sql()).isNull();
        });
        assertThat(recorder.testSpans()).hasSize(1);
    }

    @Test
    void aSessionWithoutAStatementIsUseAsWell() throws SQLException {
        recorder.open();
        starts("t1");
        connect().close();
        ends("t1");
        starts("t2");
        ends("t2");
        DatabaseEvidence evidence = finish();

        assertThat(evidence.use()).isEqualTo(Observation.SEEN);
        assertThat(of(evidence, "t1").sql()).isNotNull().satisfies(sql -> assertThat(sql.reached())
                .isTrue());
        assertThat(of(evidence, "t2").rowsLeft()).isEmpty();
    }

    @Test
    void aTransactionThatIsCommittedInTheNextTestBelongsToTheOneThatBeganIt() throws SQLException {
        recorder.open();
        starts("t1");
        try (Connection slow = connect()) {
            slow.setAutoCommit(false);
            execute(slow, "INSERT INTO a VALUES (1, 'slow')");
            ends("t1");
            starts("t2");
            slow.commit();
        }
        ends("t2");
        DatabaseEvidence evidence = finish();

        assertThat(of(evidence, "t1").rowsLeft()).singleElement().satisfies(change -> assertThat(change.late())
                .isTrue());
        assertThat(of(evidence, "t2").rowsLeft()).isEmpty();
    }

    @Test
    void theSchemaAndSequencesBelongToWhoChangedThem() throws SQLException {
        recorder.open();
        opens("A");
        starts("t1");
        execute("SELECT nextval('numbers')");
        ends("t1");
        starts("t2");
        execute("CREATE TABLE fresh (x text)");
        ends("t2");
        starts("t3");
        execute("INSERT INTO fresh VALUES ('1'), ('1'); UPDATE fresh SET x = '1'; DELETE FROM fresh");
        execute("CREATE VIEW passing AS SELECT 1 AS one; DROP VIEW passing");
        ends("t3");
        closes("A");
        DatabaseEvidence evidence = finish();

        assertThat(of(evidence, "t1").traces())
                .isEqualTo(new OtherTraces(
                        List.of(), List.of(new SequenceAdvance("public.numbers", null, 1L)), List.of(), List.of()));
        assertThat(of(evidence, "t2").traces())
                .isEqualTo(new OtherTraces(
                        List.of(new SchemaChange(SchemaChange.Kind.CREATED, "table", "public.fresh")),
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(of(evidence, "t3").traces()).isEqualTo(OtherTraces.NONE);
        assertThat(of(evidence, "t3").rowsLeft()).isEmpty();
        assertThat(of(evidence, "t3").tablesWritten()).containsExactly("public.fresh");
    }

    @Test
    void whatIsDoneBetweenTwoTestsIsNotTheNextOnes() throws SQLException {
        execute("CREATE UNLOGGED TABLE scratch (x int)");
        recorder.open();
        opens("A");
        starts("t1");
        ends("t1");
        execute("SELECT nextval('numbers'); INSERT INTO scratch VALUES (1); CREATE TABLE between (x int)");
        starts("t2");
        execute("INSERT INTO scratch VALUES (2), (3); SELECT nextval('numbers')");
        ends("t2");
        closes("A");
        DatabaseEvidence evidence = finish();

        assertThat(of(evidence, "t2").rowsLeft())
                .singleElement()
                .extracting(TableChange::table, TableChange::inserted, TableChange::before)
                .containsExactly("public.scratch", 2L, 1L);
        assertThat(of(evidence, "t2").traces())
                .isEqualTo(new OtherTraces(
                        List.of(), List.of(new SequenceAdvance("public.numbers", 1L, 2L)), List.of(), List.of()));
    }

    @Test
    void aLockThatTheFixturesTookIsNotTheFirstTests() throws SQLException {
        recorder.open();
        opens("A");
        execute("SELECT pg_advisory_lock(1)");
        starts("t1");
        ends("t1");
        starts("t2");
        execute("SELECT pg_advisory_lock(2)");
        ends("t2");
        starts("t3");
        execute("SELECT pg_advisory_lock(3); SELECT pg_advisory_unlock(3)");
        ends("t3");
        closes("A");
        DatabaseEvidence evidence = finish();

        assertThat(of(evidence, "t1").traces()).isEqualTo(OtherTraces.NONE);
        assertThat(of(evidence, "t2").traces())
                .isNotNull()
                .satisfies(traces ->
                        assertThat(traces.sessions()).singleElement().asString().contains("advisory lock 2"));
        assertThat(of(evidence, "t3").traces()).isEqualTo(OtherTraces.NONE);
    }

    @Test
    void aTableThatSomebodyHasLockedHoldsNobodyUp() throws SQLException {
        execute("CREATE UNLOGGED TABLE scratch (x int)");
        recorder.open();
        starts("t1");
        try (Connection locking = connect()) {
            locking.setAutoCommit(false);
            execute(locking, "LOCK TABLE a, scratch IN ACCESS EXCLUSIVE MODE");
            execute("CREATE TABLE fresh (x int)");
            ends("t1");
            starts("t2");
            locking.rollback();
        }
        execute("INSERT INTO a VALUES (1, 'x')");
        ends("t2");
        DatabaseEvidence evidence = finish();

        assertThat(evidence.noChangeLog()).isNull();
        assertThat(of(evidence, "t1").rowsLeft()).isEmpty();
        assertThat(of(evidence, "t2").rowsLeft()).hasSize(1);
    }

    @Test
    void aLogThatAnOpenTransactionHoldsUpIsRefusedWithAReasonAndStatementsAreCountedStill() throws SQLException {
        try (Connection open = connect()) {
            open.setAutoCommit(false);
            execute(open, "INSERT INTO a VALUES (1, 'x')");
            assertThat(recorder.open()).isTrue();
            open.rollback();
        }
        starts("t1");
        execute("SELECT * FROM a");
        ends("t1");
        DatabaseEvidence evidence = finish();

        assertThat(evidence.noChangeLog()).isNotBlank();
        assertThat(of(evidence, "t1").rowsLeft()).isNull();
        assertThat(of(evidence, "t1").sql()).isNotNull().satisfies(sql -> assertThat(sql.statements())
                .isEqualTo(1));
        assertThat(answer("SELECT count(*) FROM pg_replication_slots WHERE database = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void aSessionThatIsLostEndsTheEvidenceWithOneReason() throws SQLException {
        recorder.open();
        starts("t1");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid()");
        assertThatCode(() -> {
                    ends("t1");
                    starts("t2");
                    recorder.ended(0);
                })
                .doesNotThrowAnyException();
        DatabaseEvidence evidence = finish();

        assertThat(evidence.tests()).isEmpty();
        assertThat(evidence.noChangeLog()).isNotBlank().isEqualTo(evidence.noStatementLog());
        assertThat(recorder.open()).isFalse();
        assertThat(recorder.bodyLog()).isEmpty();
    }

    @Test
    void nothingIsOpenedIfTheUserDoesNotWantIt() throws SQLException {
        EvidenceRecorder off = new EvidenceRecorder(server, databases, reference, false);

        assertThat(off.open()).isFalse();
        off.passed(0, new Frame.Started(new TestId("t")));
        assertThat(off.finish(new TemplateRows(databases, Optional.empty())).noChangeLog())
                .contains("databaseEvidence");
        assertThat(answer("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"))
                .isEqualTo("1");
    }

    @Test
    void aRunWithoutTestsGivesEvidenceOfNothing() {
        recorder.open();
        DatabaseEvidence evidence = finish();

        assertThat(evidence.tests()).isEmpty();
        assertThat(evidence.fixtures()).isEmpty();
        assertThat(evidence.noChangeLog()).isNotNull();
        assertThat(evidence.use().kind()).isEqualTo(Observation.Kind.NOT_OBSERVED);
        assertThat(evidence.boundaryMillis()).isNull();
    }

    @Test
    void whoWasNeverOpenedSaysWhy() {
        assertThat(finish().noChangeLog()).isNotBlank();
    }

    @Test
    void nothingStaysAfterTheEnd() throws SQLException {
        recorder.open();
        starts("t1");
        ends("t1");
        finish();

        assertThat(answer("SELECT count(*) FROM pg_replication_slots WHERE database = current_database()"))
                .isEqualTo("0");
        assertThat(answer("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"))
                .isEqualTo("1");
        recorder.close();
        recorder.close();
        connection.close();
        assertThatCode(() -> databases.drop(reference)).doesNotThrowAnyException();
    }

    @Test
    void bodiesAreWhatTestsAskThemselvesAndReadLateCountsAsRead() throws SQLException {
        recorder.open();
        starts("t1");
        ends("t1");
        finish();
        BodyStatementLog bodies = recorder.bodyLog().orElseThrow();
        TestId id = new TestId("t1");

        execute("INSERT INTO a VALUES (1, 'fixture')");
        bodies.started(reference.database(), id);
        execute("UPDATE a SET x = 'body'");
        bodies.finished(reference.database(), id);
        execute("SELECT * FROM a");
        bodies.ended(reference.database(), id);
        bodies.started("no_such_database", new TestId("lost"));

        assertThat(bodies.bodies()).containsOnlyKeys(id);
        assertThat(bodies.bodies().get(id)).satisfies(body -> {
            assertThat(body.statements()).isEqualTo(1);
            assertThat(body.tablesWritten()).containsExactly("public.a");
            assertThat(body.tablesRead()).contains("public.a");
        });
    }
}
