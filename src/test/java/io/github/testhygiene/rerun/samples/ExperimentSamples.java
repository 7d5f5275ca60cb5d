package io.github.testhygiene.rerun.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for experiments; nested here so that they run only when they are asked for. */
public final class ExperimentSamples {

    private ExperimentSamples() {}

    private static void note(String text) {
        try {
            Files.writeString(
                    Path.of(System.getProperty("sample.notes"), "notes"),
                    text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes the first time only. */
    public static class Repeated {
        private static final List<String> SEEN = new ArrayList<>();

        @Test
        void first() {
            note("first " + ProcessHandle.current().pid());
            assertThat(SEEN).isEmpty();
            SEEN.add("x");
        }

        @Test
        void second() {
            note("second " + ProcessHandle.current().pid());
        }
    }

    public static class HaltingLater {
        private static boolean again;

        @Test
        void stays() {}

        @Test
        void haltsTheSecondTime() {
            if (again) {
                Runtime.getRuntime().halt(4);
            }
            again = true;
        }
    }

    public static class Fixtures {
        @BeforeAll
        static void beforeAll() {
            note("beforeAll");
        }

        @AfterAll
        static void afterAll() {
            note("afterAll");
        }

        @BeforeEach
        void beforeEach() {
            note("beforeEach");
        }

        @Test
        void plain() {
            note("plain");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number) {
            note("parameterized " + number);
        }

        @TestFactory
        List<DynamicTest> dynamic() {
            note("dynamic");
            return List.of();
        }
    }

    public static class After {
        @Test
        void notes() {
            note("after " + System.getProperty("sample.database"));
        }
    }

    /** What a test left; initialised by the test that leaves it. */
    static final class Registry {
        static final Map<String, String> CACHE = new HashMap<>();
        static final List<String> UNTOUCHED = new ArrayList<>(List.of("as it was"));
        static final Instant STARTED = Instant.now();
        static final ThreadLocal<String> TENANT = new ThreadLocal<>();
        static String password = "before";
        static long loaded = System.nanoTime();
        static Price price = new Price("EUR", 1);

        private Registry() {}
    }

    /** Never to be asked by anybody but the project. */
    static final class Price {
        private final String currency;
        private final int amount;

        Price(String currency, int amount) {
            this.currency = currency;
            this.amount = amount;
        }

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("asked");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("asked");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("asked");
        }
    }

    public static class Polluter {
        @Test
        void leavesThings() throws IOException {
            Registry.CACHE.put("a", "1");
            Registry.CACHE.put("b", "2");
            Registry.TENANT.set("acme");
            Registry.password = "after";
            Registry.price = new Price("EUR", 2);
            System.setProperty("sample.left", "here");
            System.setProperty("sample.secret", "nobody's business");
            Locale.setDefault(Locale.forLanguageTag("tlh"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Thread.setDefaultUncaughtExceptionHandler(new Handler());
            Thread thread = new Thread(
                    () -> {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "poller-17");
            thread.start();
            ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            note("port " + server.getLocalPort());
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Waiting.class.getName())
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
        }
    }

    /** A process that runs on until its parent has ended. */
    public static final class Waiting {
        private Waiting() {}

        /**
         * Waits.
         *
         * @param arguments none
         * @throws IOException never
         */
        public static void main(String[] arguments) throws IOException {
            System.in.read();
        }
    }

    static final class Handler implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {}
    }

    public static class Clean {
        @Test
        void leavesNothing() {
            note("clean");
        }
    }

    /** Ends the JVM when somebody initialises it once more. */
    static final class Exiting {
        static final List<String> LEFT = new ArrayList<>();

        static {
            if (System.setProperty("sample.initialised", "once") != null) {
                System.exit(5);
            }
        }

        private Exiting() {}
    }

    public static class UsesExiting {
        @Test
        void uses() {
            Exiting.LEFT.add("x");
        }
    }
}
