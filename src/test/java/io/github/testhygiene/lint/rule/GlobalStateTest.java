package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobalStateTest {

    private static final LintRule RULE = new GlobalState();

    @Test
    void settingsThatNobodyRestoresAreFound() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.util.*;

                class OrderIT extends Base {
                    @BeforeAll static void german() { Locale.setDefault(Locale.GERMANY); }
                    @Test void property() { System.setProperty("app.mode", "test"); }
                    @Test void anotherOne() { System.clearProperty("app.mode"); }
                    @Test void inALambda() { Assertions.assertDoesNotThrow(() -> TimeZone.setDefault(TimeZone.getTimeZone("UTC"))); }
                    @Test void security() {
                        org.springframework.security.core.context.SecurityContextHolder.getContext().setAuthentication(
                                new org.springframework.security.authentication.TestingAuthenticationToken("a", "b"));
                    }
                    @AfterEach void otherProperty() { System.clearProperty("app.other"); }
                }
                """, """
                abstract class Base {
                    static { System.setProperty("app.url", "jdbc:x"); }
                }
                """, """
                import org.junit.jupiter.api.*;

                class UnitTest {
                    @Test void property() { System.setProperty("app.mode", "unit"); }
                    @AfterEach void restore() { System.clearProperty("app.mode"); }
                }
                """, """
                import org.junit.jupiter.api.*;

                class RestoringIT {
                    @Test void property() { System.setProperty("app.mode", "unit"); }
                    @AfterEach void restore() { System.clearProperty("app.mode"); }
                }
                """);

        assertThat(examples.places(RULE))
                .containsExactly(
                        "Base:2",
                        "OrderIT.german:5",
                        "OrderIT.property:6",
                        "OrderIT.inALambda:8",
                        "OrderIT.security:10");
        assertThat(examples.found(RULE).get(2))
                .endsWith("Changes the system property `app.mode` and does not restore it.");
    }

    @Test
    void whatIsRestoredIsLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import java.util.*;
                import java.io.*;

                class OrderIT extends Base {
                    private final Locale before = Locale.getDefault();
                    private PrintStream out;

                    @Test void inAFixture() { System.setProperty("app.mode", "test"); }
                    @AfterEach void restore() { System.clearProperty("app.mode"); }

                    @Test void inFinally() {
                        TimeZone zone = TimeZone.getDefault();
                        try {
                            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
                        } finally {
                            TimeZone.setDefault(zone);
                        }
                    }
                    @Test void byAHelper() {
                        try {
                            Locale.setDefault(Locale.GERMANY);
                        } finally {
                            localeOfBefore();
                        }
                    }
                    private void localeOfBefore() { Locale.setDefault(before); }

                    @Test void byACloseable() {
                        try (Handler handler = new Handler()) {
                        }
                    }
                    @BeforeEach void capture() { out = System.out; System.setOut(new PrintStream(new ByteArrayOutputStream())); }
                    @AfterEach void release() { System.setOut(out); }

                    @Test void inABase() { System.setProperty("app.base", "1"); }

                    @Test void ofNobody() {
                        var context = org.springframework.security.core.context.SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(null);
                    }
                }
                """, """
                import org.junit.jupiter.api.*;

                abstract class Base {
                    @AfterAll static void base() { System.clearProperty("app.base"); }
                }
                """, """
                class Handler implements AutoCloseable {
                    Handler() { Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {}); }
                    @Override public void close() { Thread.setDefaultUncaughtExceptionHandler(null); }
                }
                """, """
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.*;

                @ExtendWith(German.class)
                class PaymentIT {
                    @Test void one() {}
                }
                """, """
                import org.junit.jupiter.api.extension.*;
                import java.util.Locale;

                public class German implements BeforeEachCallback, AfterEachCallback {
                    @Override public void beforeEach(ExtensionContext context) { Locale.setDefault(Locale.GERMANY); }
                    @Override public void afterEach(ExtensionContext context) { Locale.setDefault(Locale.ROOT); }
                }
                """, """
                package org.junitpioneer.jupiter;

                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                public @interface RestoreSystemProperties {}
                """, """
                import org.junit.jupiter.api.*;

                @org.junitpioneer.jupiter.RestoreSystemProperties
                class PioneerIT {
                    @Test void one() { System.setProperty("app.pioneer", "1"); }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }
}
