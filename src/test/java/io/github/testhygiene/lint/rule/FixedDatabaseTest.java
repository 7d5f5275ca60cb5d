package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Severity;
import org.junit.jupiter.api.Test;

class FixedDatabaseTest {

    private static final LintRule RULE = new FixedDatabase();

    private static final String BOOTED = """
            @org.springframework.boot.test.context.SpringBootTest
            class OrderIT {
                @org.junit.jupiter.api.Test
                void passes() {}
            }
            """;

    @Test
    void literalHostsThatTestsConnectToAreFound() {
        Examples examples = Examples.of("""
                import java.sql.DriverManager;
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    private static final String HOST = "10.0.0.7";

                    @Test
                    void connects() throws Exception {
                        DriverManager.getConnection("jdbc:postgresql://localhost:5432/shop", "me", "secret");
                    }

                    @Test
                    void putsTogether() throws Exception {
                        String name = "shop" + System.nanoTime();
                        DriverManager.getConnection("jdbc:postgresql://" + HOST + "/" + name + "?password=secret");
                    }

                    @Test
                    void aPool() {
                        var config = new com.zaxxer.hikari.HikariConfig();
                        config.setJdbcUrl(url());
                    }

                    private String url() {
                        return "jdbc:postgresql://db.dev/shop";
                    }

                    @org.springframework.test.context.DynamicPropertySource
                    static void register(org.springframework.test.context.DynamicPropertyRegistry registry) {
                        registry.add("spring.datasource.url", () -> "jdbc:mysql://me:secret@db.dev:3306/shop");
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT.connects:9 Names the database at `jdbc:postgresql://localhost:5432`, which other builds and"
                                + " people may use, or lack.",
                        "OrderIT.putsTogether:15 Names the database at `jdbc:postgresql://10.0.0.7`, which other builds and"
                                + " people may use, or lack.",
                        "OrderIT.aPool:21 Names the database at `jdbc:postgresql://db.dev`, which other builds and people may"
                                + " use, or lack.",
                        "OrderIT.register:30 Names the database at `jdbc:mysql://db.dev:3306`, which other builds and people"
                                + " may use, or lack.");
    }

    @Test
    void hostsThatAreNotLiteralFallbacksAndExpectedFailuresAreLeftAlone() {
        Examples examples = Examples.of("""
                import static org.junit.jupiter.api.Assertions.*;
                import java.sql.*;
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    static String url = "jdbc:postgresql://localhost/default";

                    @Test
                    void asks() throws Exception {
                        DriverManager.getConnection("jdbc:postgresql://localhost:" + Integer.getInteger("port") + "/shop");
                        DriverManager.getConnection(System.getProperty("url", "jdbc:postgresql://localhost/shop"));
                        DriverManager.getConnection(System.getenv().getOrDefault("URL", "jdbc:postgresql://localhost/shop"));
                        DriverManager.getConnection("jdbc:postgresql:///shop");
                        url = System.getProperty("url");
                        DriverManager.getConnection(url);
                        DriverManager.getConnection(
                                String.format("jdbc:postgresql://%s:%d/shop", System.getenv("HOST"), 5432));
                    }

                    @Test
                    void failsWithoutAnyDatabase() {
                        assertThrows(
                                SQLException.class, () -> DriverManager.getConnection("jdbc:postgresql://localhost:2/x"));
                        try {
                            DriverManager.getConnection("jdbc:postgresql://db.dev/x");
                            fail();
                        } catch (SQLException expected) {
                            assertNotNull(expected.getMessage());
                        }
                    }

                    @Test
                    void nobodys() throws Exception {
                        new com.zaxxer.hikari.HikariConfig().setJdbcUrl("jdbc:postgresql://db.example.com/shop");
                        new com.zaxxer.hikari.HikariConfig().setJdbcUrl("jdbc:postgresql://nothing.invalid:5432/shop");
                    }

                    @Test
                    void parses() {
                        assertEquals("localhost", java.net.URI.create("jdbc:postgresql://localhost/x".substring(5)).getHost());
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void settingsWithALiteralHostAreFoundAndPlaceholdersAreNot() {
        Examples examples = Examples.of(BOOTED).resource("application.yml", """
                        spring:
                          datasource:
                            url: jdbc:postgresql://localhost:5432/shop
                          flyway:
                            url: ${DB_URL:jdbc:postgresql://localhost/shop}
                          r2dbc:
                            url: r2dbc:postgresql://${DB_HOST:localhost}/shop
                        """);

        assertThat(examples.places(RULE)).containsExactly("application.yml:3");
    }

    @Test
    void settingsThatTheTestsOverrideAreLeftAlone() {
        Examples examples = Examples.of("""
                @org.springframework.boot.test.context.SpringBootTest
                class OrderIT extends Base {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                abstract class Base {
                    @org.springframework.test.context.DynamicPropertySource
                    static void url(org.springframework.test.context.DynamicPropertyRegistry registry) {
                        registry.add("spring.datasource.url", () -> System.getProperty("test-hygiene.jdbc.url"));
                    }
                }
                """)
                .resource("application.properties", "spring.datasource.url=jdbc:postgresql://localhost/shop\n");

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void databasesOfTheirOwnAreToldOnceAndMildly() {
        Examples examples = Examples.of("""
                class OrderIT extends Base {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                class PaymentIT extends Base {
                    @org.junit.jupiter.api.Test
                    void passes() throws Exception {
                        io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().start();
                        java.sql.DriverManager.getConnection("jdbc:tc:postgresql:16:///shop");
                    }
                }
                """, """
                abstract class Base {
                    static final Database DATABASE = new Database();
                    static final org.testcontainers.containers.GenericContainer<?> OTHER =
                            new org.testcontainers.containers.GenericContainer<>("docker.io/library/postgres:16-alpine");
                    static final org.testcontainers.containers.GenericContainer<?> CACHE =
                            new org.testcontainers.containers.GenericContainer<>("redis:7");
                }
                """, """
                class Database extends org.testcontainers.postgresql.PostgreSQLContainer {
                    Database() {
                        super("postgres:16");
                    }
                }
                """);

        assertThat(examples.places(RULE))
                .containsExactlyInAnyOrder("Base:2", "Base:3", "PaymentIT.passes:4", "PaymentIT.passes:5");
        assertThat(examples.lint(RULE).violations())
                .allSatisfy(violation -> assertThat(violation.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void unitTestsAreLeftAlone() {
        Examples examples = Examples.of("""
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                class OrderTest {
                    @org.junit.jupiter.api.Test
                    void passes() throws Exception {
                        java.sql.DriverManager.getConnection("jdbc:postgresql://localhost/shop");
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }
}
