package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Severity;
import org.junit.jupiter.api.Test;

class SchemaPerTestTest {

    private static final LintRule RULE = new SchemaPerTest();

    @Test
    void statementsThatFixturesExecuteAreFoundOnceAMethod() {
        Examples examples = Examples.of("""
                import java.sql.*;
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                class OrderIT extends Base {
                    private DataSource source;
                    private JdbcTemplate jdbc;
                    private String suffix;

                    @BeforeEach
                    void prepare() throws SQLException {
                        try (Connection connection = source.getConnection();
                                Statement statement = connection.createStatement()) {
                            statement.execute("-- the old one\\n drop table if exists orders");
                            statement.execute("CREATE TABLE orders (id int)");
                        }
                    }

                    @AfterEach
                    void remove() {
                        jdbc.execute("DROP SCHEMA " + suffix + " CASCADE");
                    }

                    @Test
                    void saves() {}
                }
                """, """
                import jakarta.persistence.EntityManager;
                import org.jdbi.v3.core.Jdbi;
                import org.jooq.DSLContext;
                import org.junit.jupiter.api.*;
                import org.springframework.transaction.support.TransactionTemplate;

                abstract class Base {
                    private EntityManager manager;
                    private TransactionTemplate transaction;
                    private Jdbi jdbi;
                    private DSLContext dsl;

                    @BeforeEach
                    void inALambda() {
                        transaction.executeWithoutResult(
                                status -> manager.createNativeQuery("CREATE UNIQUE INDEX a ON b (c)").executeUpdate());
                    }

                    @BeforeEach
                    void withJdbi() {
                        jdbi.useHandle(handle -> handle.execute("CREATE TYPE mood AS ENUM ('sad; create')"));
                    }

                    @BeforeEach
                    void withJooq() {
                        dsl.createTable("orders").column("id", org.jooq.impl.SQLDataType.INTEGER).execute();
                    }

                    @BeforeEach
                    void withHelpers() {
                        run("ALTER TABLE orders ADD COLUMN note text");
                    }

                    private void run(String sql) {
                        log(sql);
                        dsl.execute(sql);
                    }

                    private static void log(String sql) {}
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "Base.inALambda:16 Executes `CREATE UNIQUE INDEX a` before each test.",
                        "Base.withJdbi:21 Executes `CREATE TYPE mood` before each test.",
                        "Base.withJooq:26 Calls `DSLContext.createTable` before each test.",
                        "Base.withHelpers:31 Executes `ALTER TABLE orders` before each test.",
                        "OrderIT.prepare:15 Executes `DROP TABLE IF EXISTS orders` before each test.",
                        "OrderIT.remove:22 Executes `DROP SCHEMA` after each test.");
    }

    @Test
    void rowsTemporaryTablesGuardsAndFixturesOfTheClassAreLeftAlone() {
        Examples examples = Examples.of("""
                import java.util.*;
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                class OrderIT {
                    private static final Set<String> DONE = new HashSet<>();
                    private static JdbcTemplate jdbc;
                    private static boolean made;

                    @BeforeAll
                    static void makeOnce() {
                        jdbc.execute("CREATE TABLE orders (id int)");
                    }

                    @AfterAll
                    static void dropOnce() {
                        jdbc.execute("DROP TABLE orders");
                    }

                    @BeforeEach
                    void clean() {
                        jdbc.execute("TRUNCATE orders CASCADE");
                        jdbc.update("DELETE FROM orders");
                        jdbc.execute("ALTER SEQUENCE orders_seq RESTART WITH 1");
                        jdbc.execute("ALTER TABLE orders ALTER COLUMN id RESTART WITH 1");
                        jdbc.execute("ALTER TABLE orders DISABLE TRIGGER ALL");
                        jdbc.execute("CREATE TABLE IF NOT EXISTS notes (id int)");
                        jdbc.execute("CREATE DATABASE clone TEMPLATE shop");
                        jdbc.execute("SET search_path TO shop");
                        jdbc.update("INSERT INTO log(text) VALUES ('x; DROP TABLE orders')");
                        jdbc.update("INSERT INTO log(text) VALUES (?)", "DROP TABLE orders");
                        System.out.println("CREATE TABLE orders");
                    }

                    @BeforeEach
                    void guard() {
                        if (!made) {
                            jdbc.execute("CREATE TABLE customers (id int)");
                            made = true;
                        }
                        if (DONE.add("x")) {
                            run("CREATE TABLE customers (id int)");
                        }
                        once(() -> run("CREATE TABLE customers (id int)"));
                    }

                    private static void once(Runnable deed) {
                        if (!made) {
                            deed.run();
                        }
                    }

                    private static void run(String sql) {
                        jdbc.execute(sql);
                    }

                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                class StagingIT {
                    private JdbcTemplate jdbc;

                    @BeforeEach
                    void stage() {
                        jdbc.execute("CREATE TEMP TABLE stage (id int)");
                    }

                    @AfterEach
                    void unstage() {
                        jdbc.execute("DROP TABLE stage");
                    }

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void whatTestsAreAboutIsLeftToThem() {
        Examples examples = Examples.of("""
                import org.flywaydb.core.Flyway;
                import org.junit.jupiter.api.*;

                class MigrationIT {
                    private Flyway flyway;

                    @BeforeEach
                    void clean() {
                        flyway.clean();
                    }

                    @Test
                    void migrates() {
                        flyway.migrate();
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                class ImportIT {
                    private JdbcTemplate jdbc;

                    @AfterEach
                    void drop() {
                        jdbc.execute("DROP TABLE imported");
                    }

                    @Test
                    void imports() {
                        jdbc.execute("CREATE TABLE imported (id int)");
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void lambdasThatAreKeptOrExecutedOnceAreLeftAlone() {
        Examples examples = Examples.of("""
                import io.zonky.test.db.postgres.junit5.*;
                import java.util.Optional;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.RegisterExtension;
                import org.springframework.jdbc.core.JdbcTemplate;

                class OrderIT {
                    @RegisterExtension
                    final PreparedDbExtension database = EmbeddedPostgresExtension.preparedDatabase(
                            source -> new JdbcTemplate(source).execute("CREATE TABLE orders (id int)"));

                    private Runnable kept = () -> new JdbcTemplate().execute("CREATE TABLE orders (id int)");

                    @BeforeEach
                    void maybe() {
                        Optional.<String>empty().ifPresent(any -> new JdbcTemplate().execute("DROP TABLE orders"));
                        Thread later = new Thread(() -> new JdbcTemplate().execute("DROP TABLE orders"));
                    }

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void migrationToolsInFixturesAndExtensionsAreFound() {
        Examples examples = Examples.of("""
                import org.flywaydb.core.Flyway;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.ExtendWith;

                @ExtendWith(Rebuild.class)
                class OrderIT {
                    private Flyway flyway;
                    private org.hibernate.relational.SchemaManager schema;

                    @BeforeEach
                    void rebuild() {
                        flyway.migrate();
                        flyway.clean();
                        flyway.migrate();
                    }

                    @BeforeEach
                    void again() {
                        schema.truncateMappedObjects();
                        schema.exportMappedObjects(true);
                    }

                    @Test
                    void saves() {}
                }
                """, """
                import liquibase.Liquibase;
                import org.junit.jupiter.api.extension.*;

                class Rebuild implements AfterEachCallback {
                    private Liquibase liquibase;

                    @Override
                    public void afterEach(ExtensionContext context) throws Exception {
                        liquibase.dropAll();
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT.rebuild:13 Calls `Flyway.clean` before each test.",
                        "OrderIT.again:20 Calls `SchemaManager.exportMappedObjects` before each test.",
                        "Rebuild.afterEach:9 Calls `Liquibase.dropAll` after each test.");
    }

    @Test
    void migratingWithoutCleaningIsMilder() {
        Examples examples = Examples.of("""
                import org.flywaydb.core.Flyway;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @BeforeEach
                    void migrate() {
                        Flyway.configure().dataSource("a", "b", "c").load().migrate();
                    }

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.lint(RULE).violations())
                .singleElement()
                .extracting(Violation::severity)
                .isEqualTo(Severity.INFO);
    }

    @Test
    void factoriesThatMakeTheSchemaAreFound() {
        Examples examples = Examples.of("""
                import jakarta.persistence.*;
                import java.util.*;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    private EntityManagerFactory factory;

                    @BeforeEach
                    void start() {
                        factory = Persistence.createEntityManagerFactory("shop", settings());
                    }

                    private static Map<String, String> settings() {
                        Map<String, String> settings = new HashMap<>();
                        settings.put("hibernate.hbm2ddl.auto", "create-drop");
                        return settings;
                    }

                    @Test
                    void saves() {}
                }
                """, """
                import jakarta.persistence.*;
                import org.junit.jupiter.api.*;

                class InvoiceIT {
                    private EntityManagerFactory factory = Persistence.createEntityManagerFactory("shop");
                    private EntityManagerFactory valid = Persistence.createEntityManagerFactory("validated");

                    @Test
                    void saves() {}
                }
                """, """
                import jakarta.persistence.*;
                import java.util.*;
                import org.junit.jupiter.api.*;

                class SharedIT {
                    private static EntityManagerFactory factory;

                    @BeforeAll
                    static void start() {
                        factory = Persistence.createEntityManagerFactory(
                                "validated", Map.of("hibernate.hbm2ddl.auto", "create-drop"));
                    }

                    @BeforeEach
                    void validate() {
                        Persistence.createEntityManagerFactory("validated").close();
                    }

                    @Test
                    void saves() {}
                }
                """).resource("META-INF/persistence.xml", """
                <persistence>
                  <persistence-unit name="validated">
                    <properties>
                      <!-- <property name="hibernate.hbm2ddl.auto" value="create"/> -->
                      <property name="hibernate.hbm2ddl.auto" value="validate"/>
                    </properties>
                  </persistence-unit>
                  <persistence-unit name="shop">
                    <properties>
                      <property name="jakarta.persistence.schema-generation.database.action" value="drop-and-create"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "InvoiceIT:5 Makes the schema with `drop-and-create` in `META-INF/persistence.xml` before each test.",
                        "OrderIT.start:10 Makes the schema with `hibernate.hbm2ddl.auto=create-drop` before each test.");
    }

    @Test
    void contextsThatAreThrownAwayForEachTestAreFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.springframework.test.annotation.DirtiesContext;

                @DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
                class OrderIT {
                    @Test
                    void saves() {}

                    @Test
                    void loads() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.test.annotation.DirtiesContext;

                class InvoiceIT {
                    @Test
                    @DirtiesContext
                    void saves() {}

                    @Test
                    @DirtiesContext
                    void loads() {}

                    @Test
                    void lists() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.test.annotation.DirtiesContext;

                @DirtiesContext
                class OnceIT {
                    @Test
                    @DirtiesContext
                    void saves() {}

                    @Test
                    void loads() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.test.annotation.DirtiesContext;

                @DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
                class SingleIT {
                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("InvoiceIT.saves:7", "InvoiceIT.loads:11", "OrderIT:5");
    }

    @Test
    void scriptsWithStatementsThatMakeTheSchemaAreFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.springframework.test.context.jdbc.*;

                @WithSchema
                class OrderIT {
                    @Test
                    void saves() {}

                    @Test
                    @SqlGroup({
                        @Sql("../tables.sql"),
                        @Sql("rows.sql"),
                        @Sql(statements = "DROP TABLE orders", executionPhase = Sql.ExecutionPhase.AFTER_TEST_METHOD)})
                    void loads() {}

                    @Test
                    @Sql
                    void lists() {}
                }
                """, """
                import java.lang.annotation.*;
                import org.springframework.test.context.jdbc.Sql;

                @Retention(RetentionPolicy.RUNTIME)
                @Sql(scripts = {"/schema.sql", "classpath:rows.sql"})
                @interface WithSchema {}
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.test.context.jdbc.*;

                @Sql(value = "/schema.sql", executionPhase = Sql.ExecutionPhase.BEFORE_TEST_CLASS)
                @Sql("/rows.sql")
                @Sql("/not-there.sql")
                class OnceIT {
                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.springframework.test.context.jdbc.*;

                @Sql("/schema.sql")
                class ReplacedIT {
                    @Test
                    @Sql("/rows.sql")
                    void saves() {}
                }
                """)
                .resource("schema.sql", "/* all */\nCREATE TABLE customers (id int);")
                .resource("tables.sql", "insert into a values (1);\ncreate table tables (id int);")
                .resource("rows.sql", "INSERT INTO orders VALUES (1);")
                .resource("shop/rows.sql", "TRUNCATE orders; INSERT INTO orders VALUES ('; create table x')")
                .resource("shop/OrderIT.lists.sql", "alter table orders rename to purchases");

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT:5 `/schema.sql` executes `CREATE TABLE customers` before each test.",
                        "OrderIT.loads:14 `../tables.sql` executes `CREATE TABLE tables` before the test.",
                        "OrderIT.loads:14 `@Sql` executes `DROP TABLE orders` after the test.",
                        "OrderIT.lists:18 `OrderIT.lists.sql` executes `ALTER TABLE orders` before the test.");
    }

    @Test
    void scriptsThatFixturesExecuteAreFound() {
        Examples examples = Examples.of("""
                import java.sql.Connection;
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;
                import org.springframework.core.io.ClassPathResource;
                import org.springframework.jdbc.datasource.init.*;

                class OrderIT {
                    private DataSource source;

                    @BeforeEach
                    void prepare() {
                        ResourceDatabasePopulator populator = new ResourceDatabasePopulator();
                        populator.addScript(new ClassPathResource("schema.sql"));
                        populator.execute(source);
                    }

                    @BeforeEach
                    void fill() throws Exception {
                        try (Connection connection = source.getConnection()) {
                            ScriptUtils.executeSqlScript(connection, new ClassPathResource("rows.sql"));
                        }
                    }

                    @Test
                    void saves() {}
                }
                """)
                .resource("schema.sql", "DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop;")
                .resource("rows.sql", "INSERT INTO orders VALUES (1);");

        assertThat(examples.found(RULE))
                .containsExactly("OrderIT.prepare:14 Executes `schema.sql`, which makes tables, before each test.");
    }
}
