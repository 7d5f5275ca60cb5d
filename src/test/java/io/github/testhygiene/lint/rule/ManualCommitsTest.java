package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManualCommitsTest {

    private static final LintRule RULE = new ManualCommits();

    private static final String TRANSACTIONAL_TEST = """
            import java.lang.annotation.*;
            import org.springframework.transaction.annotation.Transactional;

            @Retention(RetentionPolicy.RUNTIME)
            @Transactional
            @interface TransactionalTest {}
            """;

    @Test
    void annotationsThatKeepRowsAreFoundWhereTheyStand() {
        Examples examples = Examples.of(TRANSACTIONAL_TEST, """
                import org.junit.jupiter.api.Test;
                import org.springframework.test.annotation.*;

                @TransactionalTest
                @Commit
                class OrderIT {
                    @Test
                    void saves() {}

                    @Test
                    @Rollback
                    void rollsBack() {}
                }
                """, """
                import org.junit.jupiter.api.Test;
                import org.springframework.test.annotation.*;

                @TransactionalTest
                class InvoiceIT {
                    @Test
                    @Rollback(false)
                    void saves() {}

                    @Test
                    void rollsBack() {}
                }
                """, """
                import org.junit.jupiter.api.Test;

                class PaymentIT extends Committing {
                    @Test
                    void saves() {}
                }
                """, """
                @TransactionalTest
                @org.springframework.test.annotation.Rollback(value = false)
                abstract class Committing {}
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "Committing:3 `@Rollback(false)` keeps what tests write, and no fixture of the class removes it.",
                        "InvoiceIT.saves:8 `@Rollback(false)` keeps what tests write, and no fixture of the class removes it.",
                        "OrderIT:6 `@Commit` keeps what tests write, and no fixture of the class removes it.");
    }

    @Test
    void classesThatCleanUpAreLeftAlone() {
        Examples examples = Examples.of(TRANSACTIONAL_TEST, """
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                @TransactionalTest
                @org.springframework.test.annotation.Commit
                abstract class Cleaned {
                    JdbcTemplate jdbc;

                    @AfterEach
                    void clean() {
                        jdbc.update("DELETE FROM orders");
                    }
                }
                """, """
                import org.junit.jupiter.api.Test;

                class InheritedIT extends Cleaned {
                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.*;
                import org.springframework.test.annotation.Commit;

                @TransactionalTest
                @Commit
                @ExtendWith(Sweeping.class)
                class ExtendedIT {
                    @Test
                    void saves() {}

                    @Nested
                    class Paid {
                        @Test
                        void saves() {}
                    }
                }
                """, """
                import org.junit.jupiter.api.extension.*;
                import org.springframework.data.repository.CrudRepository;

                class Sweeping implements BeforeEachCallback {
                    private CrudRepository<String, Long> orders;

                    @Override
                    public void beforeEach(ExtensionContext context) {
                        orders.deleteAll();
                    }
                }
                """, """
                import org.junit.jupiter.api.Test;
                import org.springframework.test.annotation.Commit;
                import org.springframework.test.context.jdbc.Sql;

                @TransactionalTest
                @Commit
                @Sql(statements = "TRUNCATE orders", executionPhase = Sql.ExecutionPhase.AFTER_TEST_METHOD)
                class ScriptIT {
                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.Test;
                import org.springframework.jdbc.core.JdbcTemplate;
                import org.springframework.test.annotation.Commit;

                @TransactionalTest
                class ItselfIT {
                    JdbcTemplate jdbc;

                    @Test
                    @Commit
                    void saves() {
                        try {
                            jdbc.update("INSERT INTO orders VALUES (1)");
                        } finally {
                            jdbc.update("DELETE FROM orders WHERE id = 1");
                        }
                    }
                }
                """, """
                import org.junit.jupiter.api.Test;
                import org.springframework.test.annotation.*;

                @Commit
                class WithoutTransactionIT {
                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.Test;
                import org.springframework.test.annotation.*;

                @TransactionalTest
                @Commit
                class OrderTest {
                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void testsOutsideTransactionsAndThoseOfARegisteredCleanerAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;
                import org.springframework.test.annotation.Commit;
                import org.springframework.transaction.annotation.*;

                @Transactional
                class OrderIT {
                    @Test
                    @Commit
                    @Transactional(propagation = Propagation.NOT_SUPPORTED)
                    void saves() {}
                }
                """);
        Examples registered = Examples.of(TRANSACTIONAL_TEST, """
                import org.junit.jupiter.api.Test;

                @TransactionalTest
                @org.springframework.test.annotation.Commit
                class OrderIT {
                    @Test
                    void saves() {}
                }
                """, """
                import org.springframework.test.context.*;

                class AfterEachTest implements TestExecutionListener {
                    private org.springframework.jdbc.core.JdbcTemplate jdbc;

                    @Override
                    public void afterTestMethod(TestContext context) {
                        jdbc.execute("TRUNCATE orders");
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
        assertThat(registered.found(RULE)).hasSize(1);
        assertThat(registered
                        .resource(
                                "META-INF/spring.factories",
                                "org.springframework.test.context.TestExecutionListener=\\\nshop.AfterEachTest\n")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void testTransactionsThatAreFlaggedAreFoundOnlyWhereNothingIsRemoved() {
        Examples examples = Examples.of(TRANSACTIONAL_TEST, """
                import org.junit.jupiter.api.Test;
                import org.springframework.test.context.transaction.TestTransaction;

                @TransactionalTest
                class OrderIT {
                    @Test
                    void saves() {
                        TestTransaction.flagForCommit();
                        TestTransaction.end();
                    }

                    @Test
                    void savesByAHelper() {
                        Transactions.commit();
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;
                import org.springframework.test.context.transaction.TestTransaction;
                import org.springframework.test.jdbc.JdbcTestUtils;

                @TransactionalTest
                class CleanedIT {
                    JdbcTemplate jdbc;

                    @Test
                    void saves() {
                        TestTransaction.flagForCommit();
                        TestTransaction.end();
                    }

                    @AfterEach
                    void clean() {
                        JdbcTestUtils.deleteFromTables(jdbc, "orders");
                    }
                }
                """, """
                import org.springframework.test.context.transaction.TestTransaction;

                final class Transactions {
                    static void commit() {
                        TestTransaction.flagForCommit();
                        TestTransaction.end();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.saves:8", "Transactions.commit:5");
    }

    @Test
    void autoCommitThatIsTurnedOnToWriteIsFound() {
        Examples examples = Examples.of("""
                import java.sql.*;
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    private DataSource source;

                    @Test
                    void saves() throws SQLException {
                        try (Connection connection = source.getConnection()) {
                            connection.setAutoCommit(true);
                            connection.createStatement().executeUpdate("INSERT INTO orders VALUES (1)");
                        }
                    }
                }
                """, """
                import java.sql.*;
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;

                class RestoredIT {
                    private DataSource source;

                    @Test
                    void saves() throws SQLException {
                        try (Connection connection = source.getConnection()) {
                            connection.setAutoCommit(false);
                            connection.createStatement().executeUpdate("INSERT INTO orders VALUES (1)");
                            connection.rollback();
                            connection.setAutoCommit(true);
                        }
                    }
                }
                """, """
                import java.sql.*;
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;

                class ReadingIT {
                    private DataSource source;

                    @Test
                    void reads() throws SQLException {
                        try (Connection connection = source.getConnection()) {
                            connection.setAutoCommit(true);
                            connection.createStatement().executeQuery("SELECT 1");
                        }
                    }
                }
                """, """
                import java.sql.*;
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;

                class CleanedIT {
                    private DataSource source;

                    @Test
                    void saves() throws SQLException {
                        try (Connection connection = source.getConnection()) {
                            connection.setAutoCommit(true);
                            connection.createStatement().executeUpdate("INSERT INTO orders VALUES (1)");
                        }
                    }

                    @BeforeEach
                    void clean() throws SQLException {
                        try (Connection connection = source.getConnection()) {
                            connection.createStatement().executeUpdate("truncate orders");
                        }
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.saves:11");
    }
}
