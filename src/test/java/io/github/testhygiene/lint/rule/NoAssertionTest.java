package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoAssertionTest {

    private static final LintRule RULE = new NoAssertion();

    @Test
    void aTestThatChecksNothingIsFoundAtItsFirstLine() {
        Examples examples = Examples.of("""
                import java.util.*;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void places() {
                        List<String> orders = new ArrayList<>();
                        orders.add("one");
                        System.out.println(orders);
                    }

                    @Test
                    void nothing() {
                    }

                    @Disabled
                    @Test
                    void disabled() {
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT.places:7 The test `places` reaches no assertion: it passes unless something throws.",
                        "OrderIT.nothing:14 The test `nothing` calls nothing, so it checks nothing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Assertions.assertEquals(1, value());",
                "Assertions.fail();",
                "Assertions.assertDoesNotThrow(() -> value());",
                "Assertions.assertThrows(Exception.class, () -> value());",
                "org.junit.Assert.assertEquals(1, value());",
                "org.junit.Assert.fail();",
                "junit.framework.TestCase.fail();",
                "org.testng.Assert.assertEquals(1, value());",
                "org.testng.Assert.fail();",
                "org.assertj.core.api.Assertions.assertThat(value()).isOne();",
                "org.assertj.core.api.BDDAssertions.then(value()).isOne();",
                "var softly = new org.assertj.core.api.SoftAssertions(); softly.assertThat(value()).isOne(); softly.assertAll();",
                "org.hamcrest.MatcherAssert.assertThat(value(), org.hamcrest.Matchers.is(1));",
                "com.google.common.truth.Truth.assertThat(value()).isEqualTo(1);",
                "org.mockito.Mockito.verify(mock).run();",
                "org.mockito.Mockito.verifyNoInteractions(mock);",
                "org.mockito.BDDMockito.then(mock).should().run();",
                "org.easymock.EasyMock.verify(mock);",
                "mvc.perform(null).andExpect(null);",
                "io.restassured.RestAssured.get().then().statusCode(200);",
                "io.restassured.RestAssured.given().expect().statusCode(200).when().get();",
                "com.github.tomakehurst.wiremock.client.WireMock.verify(null);",
                "org.awaitility.Awaitility.await().until(() -> true);",
                "new org.springframework.test.util.JsonPathExpectationsHelper(\"$\").exists(\"{}\");",
                "org.springframework.test.util.AssertionErrors.assertEquals(\"\", 1, 1);",
                "assert value() == 1;",
                "if (value() != 1) throw new AssertionError();",
                "if (value() != 1) throw new org.opentest4j.AssertionFailedError(\"no\");",
                "if (value() != 1) throw new IllegalStateException(\"not one: \" + value());",
                "java.util.Optional.of(value()).orElseThrow();",
                "java.util.Objects.requireNonNull(this.toString());",
                "java.util.stream.Stream.of(1).forEach(Assertions::assertNotNull);",
                "try { value(); Assertions.fail(); } catch (RuntimeException expected) { }",
                "new java.util.concurrent.CountDownLatch(1).await();"
            })
    void whateverMayFailAsAnAssertionCounts(String statement) {
        assertThat(withStatement(statement).found(RULE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito.when(mock.toString()).thenReturn(\"\");",
                "org.mockito.Mockito.doThrow(new IllegalStateException()).when(mock).run();",
                "org.junit.jupiter.api.Assumptions.assumeTrue(value() == 1);",
                "mvc.perform(null);",
                "try { value(); } catch (Exception e) { throw new RuntimeException(e); }",
                "mvc.perform(null).andDo(null);",
                "new Thread(mock::run).start();",
                "Runnable checkout = () -> value(); checkout.run();",
                "new java.math.BigDecimal(1).add(null);",
                "org.awaitility.Awaitility.setDefaultPollDelay(1, java.util.concurrent.TimeUnit.SECONDS);",
                "new java.util.concurrent.CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.SECONDS);",
                "int x = switch (Thread.State.NEW) { case NEW -> 1; default -> 2; };",
                "io.restassured.RestAssured.get().statusCode();"
            })
    void whatOnlyLooksLikeAnAssertionDoesNot(String statement) {
        assertThat(withStatement(statement).places(RULE)).hasSize(1);
    }

    private static Examples withStatement(String statement) {
        return Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    Runnable mock = org.mockito.Mockito.mock(Runnable.class);
                    org.springframework.test.web.servlet.MockMvc mvc;

                    @Test
                    void places() throws Exception {
                        %s
                    }

                    int value() {
                        return 1;
                    }
                }
                """.formatted(statement));
    }

    @Test
    void helpersLambdasMethodReferencesAndLocalClassesAreFollowed() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void byHelper() {
                        Checks.one(1);
                    }

                    @Test
                    void byLambda() {
                        run(() -> Checks.one(1));
                    }

                    @Test
                    void byMethodReference() {
                        java.util.stream.Stream.of(1).forEach(Checks::one);
                    }

                    @Test
                    void byLocalClass() {
                        run(new Runnable() {
                            @Override
                            public void run() {
                                Checks.one(1);
                            }
                        });
                    }

                    @Test
                    void byAPageObject() {
                        new Page().open().verifyTitle();
                    }

                    @Test
                    void byNobody() {
                        run(() -> System.out.println());
                        new Page().open();
                    }

                    void run(Runnable task) {
                        task.run();
                    }
                }
                """, """
                final class Checks {
                    static void one(int value) {
                        if (value != 1) {
                            throw new AssertionError(value);
                        }
                    }
                }
                """, """
                class Page {
                    Page open() {
                        return this;
                    }

                    void verifyTitle() {
                        org.assertj.core.api.Assertions.assertThat("title").isEmpty();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.byNobody:36");
    }

    @Test
    void anAssertionWhileAClassIsInitialisedIsNotTheTestsOwn() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void places() {
                        Server.start();
                    }
                }
                """, """
                final class Server {
                    static {
                        if (System.getenv("PORT") == null) {
                            throw new IllegalStateException("no port");
                        }
                    }

                    static void start() {}
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.places:6");
    }

    @Test
    void fixturesAndExtensionsThatAssertAfterwardsCountForTheWholeClass() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class FixtureIT {
                    @Test
                    void places() {
                        System.out.println();
                    }

                    @AfterEach
                    void nothingLeft() {
                        Assertions.assertEquals(0, 0);
                    }
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.*;

                @ExtendWith(NothingLeft.class)
                class ExtensionIT {
                    @Test
                    void places() {
                        System.out.println();
                    }
                }
                """, """
                import org.junit.jupiter.api.extension.*;

                class NothingLeft implements AfterEachCallback {
                    @Override
                    public void afterEach(ExtensionContext context) {
                        throw new AssertionError();
                    }
                }
                """, """
                import org.junit.jupiter.api.*;

                class PreparedIT {
                    @BeforeEach
                    void prepared() {
                        Assertions.assertEquals(0, 0);
                    }

                    @Test
                    void places() {
                        System.out.println();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("PreparedIT.places:11");
    }

    @Test
    void anInheritedTestIsReportedOnceAndOnlyIfItAssertsNowhere() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                abstract class Base {
                    @Test
                    void hooked() {
                        hook();
                    }

                    @Test
                    void fixed() {
                        System.out.println();
                    }

                    @Test
                    void checkedByOne() {
                        System.out.println();
                    }

                    abstract void hook();
                }
                """, """
                class OneIT extends Base {
                    @Override
                    void hook() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                class TwoIT extends Base {
                    @Override
                    void hook() {
                        Assertions.assertTrue(true);
                    }

                    @Test
                    @Override
                    void checkedByOne() {
                        Assertions.assertTrue(true);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("Base.fixed:11", "Base.checkedByOne:16");
    }

    @Test
    void anEmptyTestOfAnApplicationChecksThatItStarts() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                @SliceTest
                class ShopIT {
                    @org.springframework.beans.factory.annotation.Autowired
                    Object bean;

                    @Test
                    void contextLoads() {}

                    @Test
                    void contextLoadsWithABean() {
                        System.out.println(bean);
                    }

                    @Test
                    void places() {
                        System.out.println(bean);
                    }

                    @Nested
                    class Started {
                        @Test
                        void starts() {}
                    }
                }
                """, """
                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                @org.springframework.boot.test.context.SpringBootTest
                @interface SliceTest {}
                """);

        assertThat(examples.places(RULE)).containsExactly("ShopIT.places:18");
    }

    @Test
    void expectationsInAnnotationsCount() {
        Examples examples = Examples.of("""
                import java.util.concurrent.TimeUnit;
                import org.junit.*;

                public class OrderIT {
                    @Test(expected = IllegalStateException.class)
                    public void expected() {
                        System.out.println();
                    }

                    @Test(timeout = 100)
                    public void quick() {
                        System.out.println();
                    }

                    @Test
                    @ExpectedRows("orders.csv")
                    public void compared() {
                        System.out.println();
                    }

                    @Test
                    public void nothing() {
                        System.out.println();
                    }
                }
                """, """
                import org.testng.annotations.*;

                public class TestNgIT {
                    @Test(expectedExceptions = IllegalStateException.class)
                    public void expected() {
                        System.out.println();
                    }
                }
                """, """
                import net.jqwik.api.*;

                class PropertyIT {
                    @Property
                    boolean holds(@ForAll int number) {
                        return number == number;
                    }
                }
                """, """
                @interface ExpectedRows {
                    String value();
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.nothing:23");
    }

    @Test
    void rulesOfJunit4Count() {
        Examples examples = Examples.of("""
                import org.junit.*;
                import org.junit.rules.*;

                public class OrderIT {
                    @Rule
                    public ExpectedException thrown = ExpectedException.none();

                    @Rule
                    public ErrorCollector errors = new ErrorCollector();

                    @Test
                    public void throwsIt() {
                        thrown.expect(IllegalStateException.class);
                    }

                    @Test
                    public void collects() {
                        errors.checkThat("", org.hamcrest.Matchers.is(""));
                    }

                    @Test
                    public void nothing() {
                        System.out.println();
                    }
                }
                """, """
                import org.junit.*;
                import org.junit.rules.*;

                public class VerifiedIT {
                    @Rule
                    public Verifier verifier = new Verifier() {
                        @Override
                        protected void verify() {
                            Assert.fail();
                        }
                    };

                    @Test
                    public void nothing() {
                        System.out.println();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.nothing:23");
    }

    @Test
    void inheritedAssertionsOfJunit3Count() {
        Examples examples = Examples.of("""
                public class OrderIT extends junit.framework.TestCase {
                    public void testAsserts() {
                        assertEquals(1, 1);
                    }

                    public void testFails() {
                        fail();
                    }

                    public void testNothing() {
                        System.out.println(getName());
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.testNothing:11");
    }

    @Test
    void dynamicTestsAreFollowed() {
        Examples examples = Examples.of("""
                import java.util.stream.Stream;
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @TestFactory
                    Stream<DynamicTest> asserting() {
                        return Stream.of(1, 2).map(each -> DynamicTest.dynamicTest("", () -> Assertions.assertNotNull(each)));
                    }

                    @TestFactory
                    Stream<DynamicTest> printing() {
                        return Stream.of(1, 2).map(each -> DynamicTest.dynamicTest("", () -> System.out.println(each)));
                    }

                    @TestFactory
                    Stream<DynamicTest> elsewhere() {
                        return Stream.empty();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.printing:12");
    }

    @Test
    void whatNobodyCanSeeIsNotAccused() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT extends org.easymock.EasyMockSupport {
                    Proxied proxied;

                    @Test
                    void madeAtRunTime() {
                        proxied.go();
                    }

                    @Test
                    void inTheLibrary() {
                        resetAll();
                    }
                }
                """, """
                interface Proxied {
                    void go();
                }
                """, """
                import org.junit.jupiter.api.*;

                class UnitTest {
                    @Test
                    void nothing() {}
                }
                """);

        assertThat(examples.places(RULE)).isEmpty();
    }

    @Test
    void aTestWhoseNameSaysThatNothingIsThrownChecksThat() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void doesNotThrowIfClosedTwice() {
                        System.out.println();
                    }

                    @Test
                    void throwsIfClosed() {
                        System.out.println();
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.throwsIfClosed:11");
    }

    @Test
    void aTestThatWouldNotComeToItsEndIsCheckedByThatAlsoIfItOnlyQueries() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                class ReportIT {
                    JdbcTemplate jdbc;

                    @Test
                    void twoReadersCauseNoDeadlock() {
                        jdbc.queryForList("SELECT * FROM orders");
                    }

                    @Test
                    void aLongListOfKeysDoesNotCauseAStackOverflow() {
                        jdbc.queryForList("SELECT * FROM orders");
                    }

                    @Test
                    void readersDoNotFail() {
                        jdbc.queryForList("SELECT * FROM orders");
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("ReportIT.readersDoNotFail:19");
    }

    @Test
    void aTestThatOnlyQueriesChecksNothingWhateverItsNameSays() {
        Examples examples = Examples.of("""
                import java.sql.*;
                import org.junit.jupiter.api.*;
                import org.springframework.jdbc.core.JdbcTemplate;

                class ReportIT {
                    JdbcTemplate jdbc;
                    org.springframework.data.jpa.repository.JpaRepository<String, Long> orders;

                    @Test
                    void summaryDoesNotFail() throws SQLException {
                        query("SELECT sum(cents) FROM orders");
                    }

                    @Test
                    void listDoesNotThrow() {
                        jdbc.queryForList("SELECT * FROM orders");
                    }

                    @Test
                    void lookupDoesNotThrow() {
                        orders.getReferenceById(1L);
                    }

                    @Test
                    void refreshDoesNotFail() {
                        jdbc.execute("REFRESH MATERIALIZED VIEW totals");
                    }

                    @Test
                    void flushingTwiceDoesNotFail() {
                        orders.findAll();
                        orders.flush();
                        orders.flush();
                    }

                    @Test
                    void deletingNothingDoesNotFail() throws SQLException {
                        try (Connection connection = DriverManager.getConnection("url");
                                Statement statement = connection.createStatement()) {
                            statement.executeUpdate("DELETE FROM orders");
                        }
                    }

                    @Test
                    void queryingIsSaidNotToFail() {
                        Assertions.assertDoesNotThrow(() -> orders.findAll());
                    }

                    private static void query(String sql) throws SQLException {
                        try (Connection connection = DriverManager.getConnection("url");
                                Statement statement = connection.createStatement();
                                ResultSet rows = statement.executeQuery(sql)) {
                            rows.next();
                        }
                    }
                }
                """);

        assertThat(examples.places(RULE))
                .containsExactly(
                        "ReportIT.summaryDoesNotFail:11",
                        "ReportIT.listDoesNotThrow:16",
                        "ReportIT.lookupDoesNotThrow:21");
    }

    @Test
    void anInheritedTestThatIsOverriddenWithNothingIsSwitchedOff() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT extends Base {
                    @Test
                    @Override
                    void commits() {}

                    @Test
                    void nothing() {}
                }
                """, """
                import org.junit.jupiter.api.*;

                class Base {
                    @Test
                    void commits() {
                        Assertions.assertTrue(true);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.nothing:9");
    }

    @Test
    void arraysThatAreComputedFromThemselvesAreRead() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT {
                    @Test
                    void computes() {
                        Object[] one = new Object[2];
                        Object[] other = {one, one};
                        one[0] = one[1];
                        one[1] = other;
                        int[] sums = {1, 1, 0};
                        sums[2] = sums[0] + sums[1];
                        System.out.println(sums[2]);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.computes:6");
    }

    @Test
    void whatCanOnlyThrowIsACheck() {
        Examples examples = Examples.of("""
                import java.util.concurrent.*;
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    @Test
                    void acceptsATable() throws Exception {
                        new com.zaxxer.hikari.HikariConfig().validate();
                    }

                    @Test
                    void arrives() throws Exception {
                        CompletableFuture<Void> done = new CompletableFuture<>();
                        new Thread(() -> done.complete(null)).start();
                        done.get(5, TimeUnit.SECONDS);
                    }

                    @Test
                    void waitsForOthers() throws Exception {
                        send().get(5, TimeUnit.SECONDS);
                    }

                    @Test
                    void orderIsSerializable() throws Exception {
                        new java.io.ObjectOutputStream(new java.io.ByteArrayOutputStream()).writeObject("order");
                    }

                    @Test
                    void toStringDoesNotCauseAStackOverflow() {
                        "order".toString();
                    }

                    private static CompletableFuture<Void> send() {
                        return CompletableFuture.completedFuture(null);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.waitsForOthers:19");
    }
}
