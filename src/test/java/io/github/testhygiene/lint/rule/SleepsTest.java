package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SleepsTest {

    private static final LintRule RULE = new Sleeps();

    @Test
    void aTestThatSleepsIsFoundAtItsLine() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    @Test
                    void waits() throws Exception {
                        int before = 1;
                        Thread.sleep(before * 500L);
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .containsExactly(
                        "OrderIT.waits:7 Waits with `Thread.sleep`: too short on a busy machine, too long on every other.");
    }

    @Test
    void sleepsAreFoundInHelpersLambdasLocalClassesAndBaseClasses() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;

                class OrderIT extends Base {
                    @Test
                    void inALambda() {
                        Assertions.assertDoesNotThrow(() -> Thread.sleep(1));
                    }

                    @Test
                    void inALocalClass() throws Exception {
                        new java.util.concurrent.Callable<Integer>() {
                            @Override
                            public Integer call() throws Exception {
                                java.util.concurrent.TimeUnit.SECONDS.sleep(1);
                                return 1;
                            }
                        }.call();
                    }

                    @Test
                    void inAHelper() {
                        Waiting.forAWhile();
                    }
                }
                """, """
                import org.junit.jupiter.api.BeforeEach;

                abstract class Base {
                    @BeforeEach
                    void settle() throws Exception {
                        Thread.sleep(10);
                    }
                }
                """, """
                final class Waiting {
                    static void forAWhile() {
                        java.util.concurrent.locks.LockSupport.parkNanos(1_000);
                    }

                    static void nobodyCallsThis() throws Exception {
                        Thread.sleep(1);
                    }
                }
                """);

        assertThat(examples.places(RULE))
                .containsExactly(
                        "Base.settle:6", "OrderIT.inALambda:6", "OrderIT.inALocalClass:14", "Waiting.forAWhile:3");
    }

    @Test
    void awaitilityAndUnitTestsAreLeftAlone() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    @Test
                    void waits() {
                        org.awaitility.Awaitility.await().until(() -> true);
                    }
                }
                """, """
                import org.junit.jupiter.api.Test;

                class ClockTest {
                    @Test
                    void waits() throws Exception {
                        Thread.sleep(5);
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void aDelayBeforeAConditionThatAsksNothingIsASleep() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;
                import static org.awaitility.Awaitility.await;
                import java.time.Duration;

                class OrderIT {
                    private boolean arrived;

                    @Test
                    void sleeps() {
                        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                    }

                    @Test
                    void waits() {
                        await().pollDelay(Duration.ofSeconds(1)).until(() -> arrived);
                    }
                }
                """);

        assertThat(examples.found(RULE))
                .singleElement()
                .asString()
                .startsWith("OrderIT.sleeps:10 Waits with `pollDelay`");
    }

    @Test
    void mocksAndFakeServersMayBeSlow() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.*;
                import org.mockito.Mockito;
                import com.sun.net.httpserver.*;

                class OrderIT {
                    @Test
                    void simulatesASlowPartner() throws Exception {
                        Runnable partner = Mockito.mock(Runnable.class);
                        Mockito.doAnswer(call -> {
                            Thread.sleep(10);
                            return null;
                        }).when(partner).run();
                    }

                    @Test
                    void simulatesASlowServer() {
                        HttpHandler lambda = exchange -> {
                            try {
                                Assertions.assertDoesNotThrow(() -> Thread.sleep(10));
                            } finally {
                                exchange.close();
                            }
                        };
                        HttpHandler local = new HttpHandler() {
                            @Override
                            public void handle(HttpExchange exchange) {
                                java.util.concurrent.locks.LockSupport.parkNanos(1_000);
                            }
                        };
                    }

                    @Test
                    @Disabled("until the partner answers")
                    void isSwitchedOff() throws Exception {
                        Thread.sleep(10);
                    }
                }
                """);

        assertThat(examples.found(RULE)).isEmpty();
    }

    @Test
    void sleepsThatWaitForNothingAreLeftAlone() {
        Examples examples = Examples.of("""
                import java.util.Random;
                import java.util.concurrent.ThreadLocalRandom;
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    private final Random random = new Random(1);

                    @Test
                    void spreadsItsOrders() throws Exception {
                        Thread.sleep(random.nextInt(10));
                        Thread.sleep((long) (Math.random() * 10));
                        Thread.sleep(ThreadLocalRandom.current().nextLong(5));
                    }

                    @Test
                    void holdsAConnectionUntilItIsInterrupted() {
                        new Thread(() -> {
                                    try {
                                        Thread.sleep(Integer.MAX_VALUE);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                })
                                .start();
                    }

                    @Test
                    void waits() throws Exception {
                        Thread.sleep(60_000);
                        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.waits:29", "OrderIT.waits:30");
    }

    @Test
    void aMomentBetweenTheStepsOfManyIsLeftAloneButNotAlone() {
        Examples examples = Examples.of("""
                import java.util.concurrent.Callable;
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    @Test
                    void placesMany() throws Exception {
                        for (int i = 0; i < 100; i++) {
                            Thread.sleep(10);
                        }
                        new Callable<Void>() {
                            @Override
                            public Void call() throws Exception {
                                Thread.sleep(1);
                                return null;
                            }
                        }.call();
                    }

                    @Test
                    void waits() throws Exception {
                        Thread.sleep(10);
                        for (int i = 0; i < 100; i++) {
                            Thread.sleep(50);
                        }
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("OrderIT.waits:21", "OrderIT.waits:23");
    }

    @Test
    void whatTheCodeUnderTestCallsMayBeSlowButTheTestsOwnStepsMayNot() {
        Examples examples = Examples.of("""
                import org.junit.jupiter.api.Test;

                class OrderIT {
                    @Test
                    void times() throws Exception {
                        new SlowSocket().connect(null, 5);
                        new Step().run();
                        new Cleaning().beforeEach(null);
                    }
                }
                """, """
                final class SlowSocket extends java.net.Socket {
                    @Override
                    public void connect(java.net.SocketAddress to, int timeout) {
                        java.util.concurrent.locks.LockSupport.parkNanos(timeout);
                    }
                }
                """, """
                final class Step implements Runnable {
                    @Override
                    public void run() {
                        java.util.concurrent.locks.LockSupport.parkNanos(5);
                    }
                }
                """, """
                final class Cleaning implements org.junit.jupiter.api.extension.BeforeEachCallback {
                    @Override
                    public void beforeEach(org.junit.jupiter.api.extension.ExtensionContext context) throws Exception {
                        Thread.sleep(5);
                    }
                }
                """);

        assertThat(examples.places(RULE)).containsExactly("Cleaning.beforeEach:4", "Step.run:4");
    }
}
