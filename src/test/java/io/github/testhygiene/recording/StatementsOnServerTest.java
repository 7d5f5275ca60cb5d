package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.sql.StatementText;
import io.github.testhygiene.sql.TableNames;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded from the texts that a real server keeps, of the newest version. */
class StatementsOnServerTest {

    private static final String SCHEMA = """
            CREATE EXTENSION pg_stat_statements;
            CREATE TABLE account (id int PRIMARY KEY, name text);
            CREATE TABLE child (id int, account_id int REFERENCES account (id) ON DELETE CASCADE);
            CREATE TABLE other (id int REFERENCES account (id) ON DELETE CASCADE);
            CREATE TABLE "Audit Log" (entry text);
            CREATE TABLE settings (key text);
            CREATE FUNCTION place(int) RETURNS bigint LANGUAGE plpgsql AS $$
            DECLARE n bigint;
            BEGIN
              IF EXISTS (SELECT 1 FROM settings WHERE key = 'off') THEN RETURN 0; END IF;
              INSERT INTO account (id, name) VALUES ($1, 'x');
              INSERT INTO child (id, account_id) VALUES ($1, $1);
              n := count(*) FROM child;
              RETURN n;
            END $$;
            CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO "Audit Log" VALUES (NEW.name);
              RETURN NEW;
            END $$;
            CREATE TRIGGER log AFTER UPDATE ON account FOR EACH ROW EXECUTE FUNCTION log()""";
    private static final TableNames TABLES = new TableNames(
            List.of("public.account", "public.child", "public.other", "public.\"Audit Log\"", "public.settings"));

    private static PostgresServer server;
    private static Databases databases;
    private static DatabaseCoordinates database;

    @BeforeAll
    static void start() throws SQLException {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
        databases = new Databases(server);
        database = databases.create();
        execute(SCHEMA, "ALTER DATABASE " + database.database() + " SET pg_stat_statements.track TO 'all'");
    }

    @AfterAll
    static void stop() {
        databases.dropAll();
        server.close();
    }

    @BeforeEach
    void forget() throws SQLException {
        execute(
                "TRUNCATE account, child, other, \"Audit Log\", settings",
                "SELECT /* test-hygiene */ pg_stat_statements_reset()");
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<StatementCount> counts() throws SQLException {
        List<StatementCount> counts = new ArrayList<>();
        String query = "SELECT /* test-hygiene */ queryid, query, toplevel, calls, total_exec_time, rows,"
                + " temp_blks_written FROM pg_stat_statements"
                + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                counts.add(new StatementCount(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getLong(4),
                        row.getDouble(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
        }
        return counts;
    }

    private static StatementSummary summary() throws SQLException {
        return StatementSummary.of(counts(), new StatementTexts(), TABLES, true, 1L);
    }

    @Test
    void aFunctionsStatementsNameTablesAndAreNotCounted() throws SQLException {
        execute("SELECT place(7)");

        StatementSummary summary = summary();

        assertThat(summary.sql().statements()).isEqualTo(1);
        assertThat(summary.sql().repeated()).isNull();
        assertThat(summary.tablesWritten()).containsExactly("public.account", "public.child");
        assertThat(summary.tablesNamed()).containsExactly("public.account", "public.child", "public.settings");
        assertThat(summary.touchesSchema()).isFalse();
    }

    @Test
    void aCheckOfAForeignKeyNamesNothing() throws SQLException {
        execute("INSERT INTO account VALUES (1)");
        forgetStatements();
        execute("INSERT INTO child VALUES (1, 1), (2, 1)");

        assertThat(counts())
                .filteredOn(each -> !each.toplevel())
                .singleElement()
                .satisfies(check -> assertThat(StatementText.of(check.text()).foreignKeyCheck())
                        .isTrue());
        assertThat(summary().tablesNamed()).containsExactly("public.child");
    }

    @Test
    void addingAForeignKeyChecksTheRowsThatAreThere() throws SQLException {
        execute("INSERT INTO account VALUES (1)");
        forgetStatements();
        execute(
                "ALTER TABLE settings ADD account_id int",
                "ALTER TABLE settings ADD CONSTRAINT f FOREIGN KEY (account_id) REFERENCES account",
                "ALTER TABLE settings DROP account_id");

        assertThat(counts()).filteredOn(each -> !each.toplevel()).isNotEmpty().allSatisfy(check -> assertThat(
                        StatementText.of(check.text()).foreignKeyCheck())
                .isTrue());
        assertThat(summary().sql().ddl()).isEqualTo(3);
        assertThat(summary().tablesWritten()).isEmpty();
    }

    @Test
    void aCascadeWritesTheTablesInWhichItFindsRows() throws SQLException {
        execute("INSERT INTO account VALUES (1)", "INSERT INTO child VALUES (1, 1)");
        forgetStatements();
        execute("DELETE FROM account WHERE id = 1");

        StatementSummary summary = summary();

        assertThat(summary.sql().statements()).isEqualTo(1);
        assertThat(summary.tablesWritten()).containsExactly("public.account", "public.child");
    }

    @Test
    void aTriggersStatementsWrite() throws SQLException {
        execute("INSERT INTO account VALUES (1)");
        forgetStatements();
        execute("UPDATE account SET name = 'y'");

        assertThat(summary().tablesWritten()).containsExactly("public.\"Audit Log\"", "public.account");
    }

    @Test
    void aBlockChangesTheSchema() throws SQLException {
        execute("DO $$ BEGIN CREATE TABLE fresh (x int); DROP TABLE fresh; END $$");

        StatementSummary summary = summary();

        assertThat(summary.touchesSchema()).isTrue();
        assertThat(summary.sql().statements()).isEqualTo(1);
        assertThat(summary.sql().ddl()).isZero();
    }

    @Test
    void aBlockThatMakesATemporaryTableDoesNot() throws SQLException {
        execute("DO $$ BEGIN CREATE TEMP TABLE fresh AS SELECT * FROM account; END $$");

        assertThat(summary().touchesSchema()).isFalse();
        assertThat(summary().tablesWritten()).isEmpty();
        assertThat(summary().tablesNamed()).containsExactly("public.account");
    }

    @Test
    void ourOwnStatementsAreNotCounted() throws SQLException {
        counts();
        execute("SELECT count(*) /* test-hygiene */ FROM account");

        assertThat(counts())
                .filteredOn(each -> StatementText.of(each.text()).ours())
                .hasSize(3);
        assertThat(summary().sql().statements()).isZero();
        assertThat(summary().tablesNamed()).isEmpty();
    }

    @Test
    void aPreparedStatementIsCountedWithItsExecutions() throws SQLException {
        execute("PREPARE p (int) AS INSERT INTO account VALUES ($1)", "EXECUTE p (1)", "EXECUTE p (2)");
        execute("PREPARE q AS SELECT name FROM account WHERE id = 3", "EXECUTE q", "EXECUTE q", "EXECUTE q");

        StatementSummary summary = summary();

        assertThat(summary.tablesWritten()).containsExactly("public.account");
        assertThat(summary.sql().statements()).isEqualTo(5);
        assertThat(summary.sql().repeated()).satisfies(repeated -> {
            assertThat(repeated.calls()).isEqualTo(3);
            assertThat(repeated.query()).contains("FROM account");
        });
    }

    @Test
    void aQueryForEveryRowIsTheOneRepeated() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement("select name from account where id = ?")) {
            connection.setAutoCommit(false);
            for (int id = 0; id < 25; id++) {
                query.setInt(1, id);
                query.executeQuery().close();
            }
            connection.commit();
            assertThat(connection.isValid(1)).isTrue();
        }

        StatementSummary summary = summary();

        assertThat(summary.sql().repeated())
                .satisfies(repeated -> assertThat(repeated.calls()).isEqualTo(25));
        assertThat(summary.sql().statements()).isEqualTo(25);
        assertThat(summary.sql().distinct()).isEqualTo(1);
        assertThat(summary.tablesWritten()).isEmpty();
    }

    private static void forgetStatements() throws SQLException {
        execute("SELECT /* test-hygiene */ pg_stat_statements_reset()");
    }
}
