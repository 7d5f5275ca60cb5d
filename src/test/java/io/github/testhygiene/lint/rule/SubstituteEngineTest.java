package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubstituteEngineTest {

    private static final LintRule RULE = new SubstituteEngine();

    private static final String BOOTED = """
            @org.springframework.boot.test.context.SpringBootTest
            class OrderIT {
                @org.junit.jupiter.api.Test
                void passes() {}
            }
            """;

    @Test
    void urlsDriversAndDataSourcesInCodeAreFound() {
        Examples examples = Examples.of("""
                import java.sql.*;
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    static final String URL = "jdbc:h2:mem:orders";
                    static String elsewhere = "jdbc:sqlite:orders.db";

                    @Test
                    void connects() throws Exception {
                        DriverManager.getConnection(URL);
                    }

                    @Test
                    void byAField() throws Exception {
                        DriverManager.getConnection(elsewhere);
                    }

                    @Test
                    void throughSupport() throws Exception {
                        connect("jdbc:derby:memory:x", "sa");
                    }

                    @Test
                    void byASetting() {
                        System.setProperty("spring.datasource.url", "jdbc:hsqldb:mem:x");
                    }

                    @Test
                    void byItsClasses() throws Exception {
                        new org.h2.jdbcx.JdbcDataSource().setURL(System.getenv("URL"));
                        Class.forName("org.hsqldb.jdbc.JDBCDriver");
                        new org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder().build();
                    }

                    private static Connection connect(String url, String user) throws SQLException {
                        return DriverManager.getConnection(url, user, "");
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .contains(
                        "OrderIT.connects:10 The URL is `jdbc:h2:…`: H2 is not PostgreSQL.",
                        "OrderIT.byItsClasses:30 `new JdbcDataSource` makes a database: H2 is not PostgreSQL.");
        assertThat(examples.places(RULE))
                .containsExactly(
                        "OrderIT.connects:10",
                        "OrderIT.byAField:15",
                        "OrderIT.throughSupport:20",
                        "OrderIT.byASetting:25",
                        "OrderIT.byItsClasses:30",
                        "OrderIT.byItsClasses:31",
                        "OrderIT.byItsClasses:32");
    }

    @Test
    void aDataSourceThatIsNeverToldWhereItsDatabaseIsIsLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    @Test
                    void keepsWhatItIsGiven() {
                        keep(new org.h2.jdbcx.JdbcDataSource());
                    }

                    private static void keep(javax.sql.XADataSource source) {}
                }
                """, """
                import org.junit.jupiter.api.Test;

                class FieldIT {
                    private final org.h2.jdbcx.JdbcDataSource source = new org.h2.jdbcx.JdbcDataSource();

                    @Test
                    void connects() throws Exception {
                        source.setURL(System.getenv("URL"));
                        source.getConnection();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("FieldIT:4");
    }

    @Test
    void urlsThatAreOnlyReadAreLeftAlone() {
        Examples examples = Examples.of("""
                import static org.junit.jupiter.api.Assertions.*;
                import java.sql.DriverManager;
                import org.junit.jupiter.api.Test;

                class UrlIT {
                    @Test
                    void parses() {
                        assertEquals("h2", "jdbc:h2:mem:x".split(":")[1]);
                        assertEquals(java.util.Map.of("jdbc.url", "jdbc:h2:mem:x"), new java.util.HashMap<>());
                        String message = "no jdbc:h2: here, says org.h2.Driver";
                        System.out.println(message);
                    }

                    @Test
                    void fallsBack() throws Exception {
                        DriverManager.getConnection(System.getProperty("jdbc.url", "jdbc:h2:mem:x"));
                        String url = System.getenv("URL");
                        if (url == null) {
                            DriverManager.getConnection("jdbc:h2:mem:x");
                        }
                        DriverManager.getConnection("jdbc:postgresql:orders");
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void sliceTestsThatReplaceTheDataSourceAreFoundAlsoInComposedAnnotations() {
        Examples examples = Examples.of("""
                @org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest
                class PlainIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                @RepositoryTest
                class ComposedIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @org.springframework.boot.test.autoconfigure.jdbc.JdbcTest
                @interface RepositoryTest {}
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "ComposedIT:2 `@RepositoryTest` puts an embedded database in the place of the data source: H2 is not"
                                + " PostgreSQL.",
                        "PlainIT:2 `@DataJpaTest` puts an embedded database in the place of the data source: H2 is not"
                                + " PostgreSQL.");
    }

    @Test
    void sliceTestsThatKeepTheirDataSourceAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;

                @org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest
                @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
                class KeepingIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                @org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest
                class ContainerIT {
                    @org.springframework.test.context.DynamicPropertySource
                    static void url(org.springframework.test.context.DynamicPropertyRegistry registry) {
                        registry.add("spring.datasource.url", () -> System.getProperty("test-hygiene.jdbc.url"));
                    }

                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """, """
                @org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest(
                        properties = "spring.test.database.replace=none")
                class SwitchedIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void settingsThatABootedTestReadsAreFound() {
        Examples examples = Examples.of(BOOTED)
                .resource("application.properties", "# jdbc:h2:mem:old\nspring.datasource.url=jdbc:h2:mem:x\n")
                .resource("application-other.properties", "spring.datasource.url=jdbc:h2:mem:x");

        assertThat(examples.found(RULE))
                .containsExactly(
                        "application.properties:2 `spring.datasource.url` names the database: H2 is not PostgreSQL.");
    }

    @Test
    void yamlIsFoundByItsNestedKeysAndOnlyInActiveProfiles() {
        Examples examples = Examples.of("""
                @org.springframework.boot.test.context.SpringBootTest
                @org.springframework.test.context.ActiveProfiles("it")
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """).resource("application-it.yml", """
                spring:
                  # comment
                  datasource:
                    driver-class-name: org.h2.Driver
                    url: "jdbc:h2:mem:x;MODE=PostgreSQL"
                ---
                spring:
                  config.activate.on-profile: other
                  datasource.url: jdbc:hsqldb:mem:x
                """);

        assertThat(examples.places(RULE)).containsExactly("application-it.yml:4");
    }

    @Test
    void settingsThatNobodySelectedReadsOrThatCodeOverridesAreLeftAlone() {
        String settings = "spring.datasource.url=jdbc:h2:mem:x\n";
        String plain = """
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """;
        String unit = """
                @org.springframework.boot.test.context.SpringBootTest
                class OrderTest {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """;
        String overriding = """
                @org.springframework.boot.test.context.SpringBootTest(properties = "spring.datasource.url=${test-hygiene.jdbc.url}")
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """;

        assertThat(Examples.of(plain, unit)
                        .resource("application.properties", settings)
                        .found(RULE))
                .isEmpty();
        assertThat(Examples.of(overriding)
                        .resource("application.properties", settings)
                        .found(RULE))
                .isEmpty();
        assertThat(Examples.of(BOOTED.replace(
                                "class", "@org.springframework.test.context.ActiveProfiles(\"it\")\nclass"))
                        .resource("application.properties", settings)
                        .resource("application-it.properties", "spring.datasource.url=${test-hygiene.jdbc.url}")
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void persistenceUnitsAreFoundIfTestsMakeThem() {
        String unit = """
                <persistence><persistence-unit name="shop"><properties>
                  <!-- <property name="jakarta.persistence.jdbc.url" value="jdbc:derby:x"/>
                  -->
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:h2:mem:x"/>
                </properties></persistence-unit></persistence>
                """;
        Examples made = Examples.of("""
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void makes() {
                        jakarta.persistence.Persistence.createEntityManagerFactory("shop");
                    }
                }
                """).resource("META-INF/persistence.xml", unit);

        assertThat(made.places(RULE)).containsExactly("META-INF/persistence.xml:4");
        assertThat(Examples.of(BOOTED)
                        .resource("META-INF/persistence.xml", unit)
                        .found(RULE))
                .isEmpty();
    }

    @Test
    void settingsInAnnotationsAreFound() {
        Examples examples = Examples.of("""
                @org.springframework.boot.test.context.SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:x")
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void passes() {}
                }
                """);

        assertThat(examples.found(RULE)).containsExactly("OrderIT:2 A setting is `jdbc:h2:…`: H2 is not PostgreSQL.");
    }
}
