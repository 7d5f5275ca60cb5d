package io.github.testhygiene.evidence;

import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.Observation;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TestOutcome;
import io.github.testhygiene.model.TestStatus;
import io.github.testhygiene.text.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds tests, or a whole suite, that ask nothing of the provided database. */
final class UnusedDatabase {

    private static final int NAMED = 5;
    private static final String READ =
            "read test-hygiene.jdbc.url, test-hygiene.jdbc.username and test-hygiene.jdbc.password (Spring Boot's"
                    + " spring.datasource.url, Quarkus's quarkus.datasource.jdbc.url and Micronaut's"
                    + " datasources.default.url are set as well; <exports> adds names of your own)";

    private final Recording recording;
    private final DatabaseEvidence database;
    private final Set<String> servedClasses;
    private final DatabaseSigns signs;

    UnusedDatabase(Recording recording, DatabaseSigns signs) {
        this.recording = recording;
        this.signs = signs;
        this.database = recording.database();
        // A class whose fixture loads everything into memory has tests that the database serves all the same.
        this.servedClasses = database.fixtures().stream()
                .filter(fixture -> !silent(fixture.evidence()))
                .map(FixtureEvidence::className)
                .collect(Collectors.toSet());
    }

    /** One finding about the suite if it reaches the database nowhere; else one for each test that does not. */
    List<Finding> findings() {
        List<RecordedTest> executed =
                recording.tests().stream().filter(this::executed).toList();
        if (database.use().kind() == Observation.Kind.NONE && !executed.isEmpty()) {
            return List.of(suite(executed.size()));
        }
        if (database.noStatementLog() != null || !certainlyReached()) {
            return List.of();
        }
        return executed.stream()
                .filter(this::silent)
                .filter(test -> test.classNames().stream().noneMatch(servedClasses::contains))
                .map(UnusedDatabase::finding)
                .toList();
    }

    /** Where all that is not silent is unknown, the whole suite may be on another database. */
    private boolean certainlyReached() {
        return Stream.concat(
                        database.tests().values().stream(),
                        database.fixtures().stream().map(FixtureEvidence::evidence))
                .map(SpanEvidence::sql)
                .anyMatch(sql -> sql != null && sql.statements() > 0);
    }

    private boolean executed(RecordedTest test) {
        TestOutcome outcome = recording.outcomes().get(test.id());
        return outcome != null && outcome.status() != TestStatus.SKIPPED;
    }

    private boolean silent(RecordedTest test) {
        SpanEvidence evidence = database.tests().get(test.id());
        return evidence != null && silent(evidence);
    }

    /** Whether it is certain that there was no statement. */
    private static boolean silent(SpanEvidence evidence) {
        SqlUse sql = evidence.sql();
        return sql != null && !sql.reached() && evidence.unattributed() == null;
    }

    private static Finding finding(RecordedTest test) {
        return Findings.of(
                Rule.NEVER_REACHES_DATABASE,
                test.className(),
                test.methodName(),
                Wording.name(test.shortName())
                        + " executed no statement on the provided database: it is pure logic (a unit test), all that"
                        + " it needs is mocked, its persistence context was never flushed, or it has a database of its"
                        + " own, which is not observed",
                "Make it a unit test, let it use the real repository on the provided database, or flush before it"
                        + " asserts (entityManager.flush()).");
    }

    /** A suite that may need no database is not told to remove one. */
    private Finding suite(int tests) {
        String ran = tests == 1 ? "the one test that ran" : "the " + tests + " tests that ran";
        if (signs.phrases().isEmpty()) {
            return Findings.of(
                    Rule.NEVER_REACHES_DATABASE,
                    Severity.INFO,
                    "",
                    null,
                    "",
                    "no test used the provided database: " + ran + " and their fixtures opened no session on it",
                    "Nothing has to be done if they need no database; -Dtest-hygiene.skip leaves this module out. If they"
                            + " have one, let them " + READ + ".");
        }
        return Findings.of(
                Rule.USES_ANOTHER_DATABASE,
                "",
                null,
                ran + " did not use the provided database, and seem to have one of their own: "
                        + Wording.some(signs.phrases(), NAMED),
                "Let the tests " + READ + ", and remove a container, embedded server or URL of their own:"
                        + " @Testcontainers, @ServiceConnection, @DynamicPropertySource, jdbc:tc:.");
    }
}
