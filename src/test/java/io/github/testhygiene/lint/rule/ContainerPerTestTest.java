package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContainerPerTestTest {

    private static final LintRule RULE = new ContainerPerTest();

    @Test
    void anInstanceFieldThatTheExtensionRestartsIsFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.testcontainers.junit.jupiter.*;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                @Testcontainers
                @TestInstance(TestInstance.Lifecycle.PER_CLASS)
                class OrderIT {
                    @Container
                    private final PostgreSQLContainer database = new PostgreSQLContainer("postgres:17");

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT.database:0 `@Container` at an instance field starts a `PostgreSQLContainer` for each test.");
    }

    @Test
    void instanceFieldsAreFoundInBaseClassesAndAroundNestedOnesOnce() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT extends Base {
                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                class InvoiceIT extends Base {
                    @Nested
                    class Paid {
                        @Test
                        void saves() {}
                    }
                }
                """, """
                import org.testcontainers.containers.GenericContainer;
                import org.testcontainers.junit.jupiter.Container;

                @IntegrationTest
                abstract class Base {
                    @Container
                    protected GenericContainer<?> cache = new GenericContainer<>("redis:7");
                }
                """, """
                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                @org.testcontainers.junit.jupiter.Testcontainers
                @interface IntegrationTest {}
                """);

        assertThat(examples.places(RULE)).containsExactly("Base.cache:0");
    }

    @Test
    void staticFieldsReusedContainersAndFieldsThatNobodyRestartsAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.testcontainers.junit.jupiter.*;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                @Testcontainers
                class StaticIT {
                    @Container
                    static final PostgreSQLContainer DATABASE = new PostgreSQLContainer("postgres:17");

                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.testcontainers.junit.jupiter.*;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                @Testcontainers
                class ReusedIT {
                    @Container
                    final PostgreSQLContainer database = new PostgreSQLContainer("postgres:17").withReuse(true);

                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.testcontainers.junit.jupiter.Container;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                class WithoutTheExtensionIT {
                    @Container
                    final PostgreSQLContainer database = new PostgreSQLContainer("postgres:17");

                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.testcontainers.junit.jupiter.*;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                @Testcontainers
                class UnitTest {
                    @Container
                    final PostgreSQLContainer database = new PostgreSQLContainer("postgres:17");

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void containersThatFixturesAndTestsStartAreFoundAtTheStart() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.testcontainers.containers.GenericContainer;
                import org.testcontainers.lifecycle.Startables;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                class OrderIT {
                    private PostgreSQLContainer database;
                    private final GenericContainer<?> cache = new GenericContainer<>("redis:7");
                    private static final GenericContainer<?> QUEUE = new GenericContainer<>("rabbit:4");

                    @BeforeEach
                    void startField() {
                        database = new PostgreSQLContainer("postgres:17").withDatabaseName("a").withUsername("b")
                                .withPassword("c").withInitScript("d").withUrlParam("e", "f").withUrlParam("g", "h");
                        database.start();
                    }

                    @BeforeEach
                    void startOfInstance() {
                        cache.start();
                    }

                    @BeforeEach
                    void startStopped() {
                        QUEUE.start();
                    }

                    @AfterEach
                    void stop() {
                        QUEUE.stop();
                    }

                    @Test
                    void inATest() {
                        try (PostgreSQLContainer own = new PostgreSQLContainer("postgres:17")) {
                            own.start();
                        }
                    }

                    @Test
                    void together() {
                        Startables.deepStart(new PostgreSQLContainer("postgres:17")).join();
                    }

                    @Test
                    void ofAHelper() {
                        Containers.make().start();
                    }

                    @Test
                    void withinAHelper() throws Exception {
                        Containers.startEmbedded();
                    }
                }
                """, """
                import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                final class Containers {
                    static PostgreSQLContainer make() {
                        return new PostgreSQLContainer("postgres:17").withUsername("me");
                    }

                    static EmbeddedPostgres startEmbedded() throws Exception {
                        return EmbeddedPostgres.builder().setConnectConfig("a", "b").start();
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "Containers.startEmbedded:10 Starts a new `EmbeddedPostgres` within a test.",
                        "OrderIT.startField:15 Starts a new `PostgreSQLContainer` for each test.",
                        "OrderIT.startOfInstance:20 Starts a new `GenericContainer` for each test.",
                        "OrderIT.startStopped:25 Starts a new `GenericContainer` for each test.",
                        "OrderIT.inATest:36 Starts a new `PostgreSQLContainer` within a test.",
                        "OrderIT.together:42 Starts a new `Container` within a test.",
                        "OrderIT.ofAHelper:47 Starts a new `PostgreSQLContainer` within a test.");
    }

    @Test
    void singletonsGuardsAndContainersOfTheClassAreLeftAlone() {
        Examples examples = Examples.of("""
                import java.util.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.*;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                @ExtendWith(OnceForAll.class)
                class OrderIT {
                    private static final PostgreSQLContainer SINGLETON = new PostgreSQLContainer("postgres:17");
                    private static final Map<String, PostgreSQLContainer> ALL = new HashMap<>();
                    private static PostgreSQLContainer lazy;
                    private static PostgreSQLContainer ofClass;

                    @BeforeAll
                    static void startOnce() {
                        ofClass = new PostgreSQLContainer("postgres:17");
                        ofClass.start();
                    }

                    @BeforeEach
                    void startAgainDoesNothing() {
                        SINGLETON.start();
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> SINGLETON.stop()));
                    }

                    @BeforeEach
                    void startLazily() {
                        if (lazy == null) {
                            lazy = new PostgreSQLContainer("postgres:17");
                            lazy.start();
                        }
                        ALL.computeIfAbsent("orders", name -> {
                            PostgreSQLContainer made = new PostgreSQLContainer("postgres:17");
                            made.start();
                            return made;
                        });
                    }

                    @BeforeEach
                    void startReused() {
                        new PostgreSQLContainer("postgres:17").withReuse(true).start();
                    }

                    @BeforeEach
                    void startShared() {
                        Shared.instance().start();
                        Holder.DATABASE.getJdbcUrl();
                    }

                    @Test
                    void saves() {}
                }
                """, """
                import org.junit.jupiter.api.extension.*;
                import org.testcontainers.postgresql.PostgreSQLContainer;

                class OnceForAll implements BeforeEachCallback {
                    @Override
                    public void beforeEach(ExtensionContext context) {
                        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent("db", key -> {
                            PostgreSQLContainer made = new PostgreSQLContainer("postgres:17");
                            made.start();
                            return made;
                        });
                    }
                }
                """, """
                import org.testcontainers.postgresql.PostgreSQLContainer;

                final class Shared extends PostgreSQLContainer {
                    private static Shared instance;

                    private Shared() {
                        super("postgres:17");
                    }

                    static Shared instance() {
                        if (instance == null) {
                            instance = new Shared();
                        }
                        return instance;
                    }

                    @Override
                    public void start() {
                        super.start();
                        System.setProperty("url", getJdbcUrl());
                    }

                    @Override
                    public void stop() {}
                }
                """, """
                import org.testcontainers.postgresql.PostgreSQLContainer;

                final class Holder {
                    static final PostgreSQLContainer DATABASE = new PostgreSQLContainer("postgres:17");

                    static {
                        DATABASE.start();
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void junit4RulesAndZonkyExtensionsAreFound() {
        Examples examples = Examples.of("""
                import io.zonky.test.db.postgres.junit.*;
                import org.junit.*;

                public class OrderIT {
                    @Rule
                    public SingleInstancePostgresRule database = EmbeddedPostgresRules.singleInstance();

                    @ClassRule
                    public static SingleInstancePostgresRule ofClass = EmbeddedPostgresRules.singleInstance();

                    @Rule
                    public org.testcontainers.containers.PostgreSQLContainer<?> container =
                            new org.testcontainers.containers.PostgreSQLContainer<>("postgres:17");

                    @Rule
                    public PreparedDbRule prepared = EmbeddedPostgresRules.preparedDatabase(any -> {});

                    @Test
                    public void saves() {}
                }
                """, """
                import io.zonky.test.db.postgres.junit5.*;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.RegisterExtension;

                class InvoiceIT {
                    @RegisterExtension
                    static final SingleInstancePostgresExtension DATABASE = EmbeddedPostgresExtension.singleInstance();

                    @RegisterExtension
                    static final PreparedDbExtension PREPARED = EmbeddedPostgresExtension.preparedDatabase(any -> {});

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.places(RULE))
                .containsExactly("InvoiceIT.DATABASE:0", "OrderIT.database:0", "OrderIT.container:0");
    }

    @Test
    void urlsOfContainersThatStopWithTheirLastConnectionAreFound() {
        Examples examples = Examples.of("""
                import java.sql.*;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    private static Connection ofClass;

                    @BeforeAll
                    static void connectOnce() throws SQLException {
                        ofClass = DriverManager.getConnection("jdbc:tc:postgresql:15:///kept");
                    }

                    @BeforeEach
                    void connect() throws SQLException {
                        DriverManager.getConnection("jdbc:tc:postgresql:17:///shop").close();
                        DriverManager.getConnection("jdbc:tc:postgresql:15:///kept").close();
                        DriverManager.getConnection("jdbc:tc:postgresql:17:///shop?TC_DAEMON=true").close();
                        DriverManager.getConnection("jdbc:postgresql:///shop").close();
                    }

                    @Test
                    void saves() {}
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT.connect:14 The container of `jdbc:tc:postgresql:17:///shop` is stopped with its"
                                + " last connection, so it starts for each test.");
    }
}
