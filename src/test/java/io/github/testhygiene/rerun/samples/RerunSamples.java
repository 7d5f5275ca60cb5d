package io.github.testhygiene.rerun.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for a JVM of their own; nested here so that they run only when they are asked for. */
public final class RerunSamples {

    private RerunSamples() {}

    public static class Good {
        @Test
        void one() {
            assertThat(System.getProperty("sample.database")).startsWith("clone");
        }

        @Test
        void two() {
            assertThat(System.getenv("SAMPLE_DATABASE")).startsWith("clone");
        }

        @Test
        void fails() {
            throw new IllegalStateException("as expected");
        }
    }

    /** Needs more room than its disk has. */
    public static class Writing {
        @Test
        void reads() {}

        @Test
        void writes() throws IOException {
            Files.write(Files.createTempFile("sample", ".tmp"), new byte[1 << 20]);
        }
    }

    public static class Halting {
        @Test
        void before() {}

        @Test
        void halts() {
            System.out.println("the last words");
            Runtime.getRuntime().halt(3);
        }

        @Test
        void after() {}
    }

    public static class Exiting {
        @Test
        void exits() {
            System.exit(0);
        }
    }

    /** Tells the test that it is running, and holds the connection until its process ends. */
    public static class Hanging {
        @Test
        void hangs() throws IOException, InterruptedException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger("sample.port"))) {
                socket.getOutputStream().write(1);
                Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "left"), "x");
                new CountDownLatch(1).await();
            }
        }
    }

    /** Leaves a thread behind that would keep the JVM alive. */
    public static class Leaving {
        @Test
        void leavesAThread() {
            new Thread(() -> {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    })
                    .start();
        }
    }

    public static class Noisy {
        @Test
        void printsMegabytes() {
            byte[] line = ("noise ".repeat(1_000) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 3_500; i++) {
                System.out.write(line, 0, line.length);
                System.err.write(line, 0, line.length / 100);
            }
            System.out.flush();
        }
    }

    public static class Temporary {
        @Test
        void findsAnEmptyFolderAndUsesIt() throws IOException {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            try (Stream<Path> content = Files.list(folder)) {
                assertThat(content).isEmpty();
            }
            Files.createDirectories(folder.resolve("a/b"));
            Files.createTempFile("sample", ".txt");
            note("folder", folder.toString());
        }
    }

    public static class First {
        @Test
        void notes() throws IOException {
            note("first", ProcessHandle.current().pid() + " " + System.getProperty("sample.database"));
        }
    }

    public static class Second {
        @Test
        void notes() throws IOException {
            note("second", ProcessHandle.current().pid() + " " + System.getProperty("sample.database"));
        }
    }

    /** Notes how far it has come. */
    public static class Stepping {
        @BeforeEach
        void before() throws IOException {
            step("before ");
        }

        @AfterEach
        void after() throws IOException {
            step("after ");
        }

        @Test
        void steps() throws IOException {
            step("body ");
        }

        @Test
        void stepsInterrupted() throws IOException {
            step("body ");
            Thread.currentThread().interrupt();
        }

        @ParameterizedTest
        @ValueSource(strings = {"one ", "two "})
        void stepsTwice(String step) throws IOException {
            step(step);
        }
    }

    private static void step(String text) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("sample.notes"), "steps"),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void note(String name, String text) throws IOException {
        Files.writeString(Path.of(System.getProperty("sample.notes"), name), text);
    }
}
