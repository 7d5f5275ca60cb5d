package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MockedDatabaseTest {

    private static final LintRule RULE = new MockedDatabase();

    @Test
    void mocksMadeByCallsAreFoundAtTheirLines() {
        Examples examples = Examples.of("""
                import static org.mockito.Mockito.*;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void byMockito() {
                        mock(java.sql.Connection.class);
                        mock(javax.sql.DataSource.class, RETURNS_DEEP_STUBS);
                        org.springframework.jdbc.core.JdbcTemplate reified = mock();
                        mockStatic(java.sql.DriverManager.class).close();
                        mockConstruction(org.springframework.jdbc.core.JdbcTemplate.class).close();
                        org.mockito.BDDMockito.mock(org.hibernate.Session.class);
                    }

                    @Test
                    void byEasyMock() {
                        org.easymock.EasyMock.niceMock(org.jooq.DSLContext.class);
                        new org.easymock.EasyMockSupport().createMock("named", java.sql.ResultSet.class);
                        org.easymock.EasyMock.createControl().createMock(org.apache.ibatis.session.SqlSession.class);
                    }

                    @Test
                    void inALambda() {
                        Assertions.assertDoesNotThrow(() -> mock(org.jdbi.v3.core.Jdbi.class));
                    }
                }
                """);

        assertThat(examples.places(RULE))
                .containsExactly(
                        "OrderIT.byMockito:7",
                        "OrderIT.byMockito:8",
                        "OrderIT.byMockito:9",
                        "OrderIT.byMockito:10",
                        "OrderIT.byMockito:11",
                        "OrderIT.byMockito:12",
                        "OrderIT.byEasyMock:17",
                        "OrderIT.byEasyMock:18",
                        "OrderIT.byEasyMock:19",
                        "OrderIT.inALambda:24");
        assertThat(examples.found(RULE).get(0))
                .endsWith("`Connection` is a mock: what goes through it never reaches the database.");
    }

    @Test
    void mocksOfFieldsParametersAndBeansAreFoundWhereTheyAreDeclared() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;
                import org.mockito.Mock;

                @OnlyMocks
                class OrderIT extends Base {
                    @Mock jakarta.persistence.EntityManager entities;
                    @org.easymock.Mock java.sql.Statement statement;
                    @org.springframework.boot.test.mock.mockito.MockBean Orders orders;
                    @Mock OrderMapper mapper;

                    @Test
                    void takesOne(@Mock java.sql.PreparedStatement statement) {}
                }
                """, """
                abstract class Base {
                    @org.springframework.test.context.bean.override.mockito.MockitoBean
                    javax.sql.DataSource dataSource;
                }
                """, """
                interface Orders extends org.springframework.data.jpa.repository.JpaRepository<String, Long> {}
                """, """
                interface OrderMapper {
                    @org.apache.ibatis.annotations.Select("select 1")
                    int one();
                }
                """, """
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @org.springframework.test.context.bean.override.mockito.MockitoBean(types = javax.sql.DataSource.class)
                @interface OnlyMocks {}
                """);

        assertThat(examples.places(RULE))
                .containsExactlyInAnyOrder(
                        "Base.dataSource:0",
                        "OrderIT:5",
                        "OrderIT.entities:0",
                        "OrderIT.statement:0",
                        "OrderIT.orders:0",
                        "OrderIT.mapper:0",
                        "OrderIT.takesOne:12");
    }

    @Test
    void spiesAndMocksOfOtherThingsAreLeftAlone() {
        Examples examples = Examples.of("""
                import static org.mockito.Mockito.*;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    javax.sql.DataSource real;
                    @org.mockito.Spy java.util.ArrayList<String> list;
                    @org.mockito.Spy org.springframework.jdbc.core.JdbcTemplate template;
                    @org.springframework.boot.test.mock.mockito.MockBean Mailer mailer;
                    @org.springframework.test.context.bean.override.mockito.MockitoSpyBean javax.sql.DataSource spied;

                    @Test
                    void spies() {
                        spy(real);
                        mock(javax.sql.DataSource.class, CALLS_REAL_METHODS);
                        mock(javax.sql.DataSource.class, org.mockito.AdditionalAnswers.delegatesTo(real));
                        mock(Mailer.class, withSettings().extraInterfaces(java.sql.Connection.class));
                        when(mock(Mailer.class).toString()).thenReturn("mailer");
                        Mailer reified = mock();
                        real.hashCode();
                    }

                    @Test
                    void takesTwo(@org.mockito.Mock Mailer mailer, javax.sql.DataSource real) {}
                }
                """, """
                interface Mailer {}
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void unitTestsAndTheirSupportAreLeftAlone() {
        Examples examples = Examples.of("""
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void real() {}
                }
                """, """
                class OrderTest {
                    @org.mockito.Mock javax.sql.DataSource dataSource;

                    @org.junit.jupiter.api.Test
                    void mocked() {
                        Mocks.connection();
                    }
                }
                """, """
                final class Mocks {
                    static java.sql.Connection connection() {
                        return org.mockito.Mockito.mock(java.sql.Connection.class);
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void aMockInSharedCodeIsFoundOnce() {
        Examples examples = Examples.of("""
                class OrderIT {
                    @org.junit.jupiter.api.Test
                    void one() {
                        Mocks.connection();
                    }

                    @org.junit.jupiter.api.Nested
                    class Paid {
                        @org.junit.jupiter.api.Test
                        void two() {
                            Mocks.connection();
                        }
                    }
                }
                """, """
                final class Mocks {
                    static java.sql.Connection connection() {
                        return org.mockito.Mockito.mock(java.sql.Connection.class);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("Mocks.connection:3");
    }

    @Test
    void whatOnlyMethodsUseThatNeverRunIsLeftAlone() {
        Examples examples = Examples.of("""
                import javax.sql.DataSource;
                import org.junit.jupiter.api.*;
                import org.mockito.Mock;
                import org.mockito.Mockito;
                import org.springframework.jdbc.core.JdbcTemplate;

                class OrderIT {
                    @Mock
                    DataSource forgotten;

                    @Mock
                    JdbcTemplate disabled;

                    @Mock
                    java.sql.Connection used;

                    @Mock
                    jakarta.persistence.EntityManager injected;

                    @Test
                    void runs() throws Exception {
                        Assertions.assertNull(used.getSchema());
                    }

                    void testIsMissing() throws Exception {
                        forgotten.getConnection();
                        Mockito.mock(DataSource.class).getConnection();
                    }

                    @Disabled
                    @Test
                    void later() {
                        disabled.execute("SELECT 1");
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.used:0", "OrderIT.injected:0");
    }

    @Test
    void inDoubtAFieldIsUsedWhereCodeThatRunsReadsOneOfThatName() {
        Examples examples = Examples.of("""
                class OrderIT {
                    @org.mockito.Mock
                    java.sql.Connection connection;

                    @org.junit.jupiter.api.Test
                    void runs() {}

                    void testIsMissing() throws Exception {
                        connection.getSchema();
                    }
                }
                """, """
                class CartIT {
                    @org.mockito.Mock
                    java.sql.Connection connection;

                    @org.junit.jupiter.api.Test
                    void runs() throws Exception {
                        connection.getSchema();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("CartIT.connection:0", "OrderIT.connection:0");
    }

    /** All fields are asked of one search, so that twice as many mocks take twice as long. */
    @Test
    void whatRunningCodeReadsIsSearchedOnce() {
        LintContext context = new LintContext(
                Examples.of("class OrderIT { @org.junit.jupiter.api.Test void runs() {} }")
                        .scope(),
                new TestFiles(java.util.List.of()),
                violation -> {});

        assertThat(context.readFields())
                .isSameAs(context.telling(violation -> {}).readFields());
    }
}
