package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeakTrace.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JvmStateTest {

    private static JvmState state(Kind kind, Map<String, String> values) {
        return new JvmState(Map.of(kind, values));
    }

    @Test
    void whatCameWhatWentAndWhatChangedIsNamed() {
        JvmState before = state(Kind.SYSTEM_PROPERTY, Map.of("a", "1", "b", "2", "c", "3"));
        JvmState after = state(Kind.SYSTEM_PROPERTY, Map.of("a", "1", "b", "20", "d", "4"));

        assertThat(after.since(before))
                .containsExactly(
                        new LeakTrace(Kind.SYSTEM_PROPERTY, "b", "2", "20"),
                        new LeakTrace(Kind.SYSTEM_PROPERTY, "c", "3", null),
                        new LeakTrace(Kind.SYSTEM_PROPERTY, "d", null, "4"));
    }

    @Test
    void aSecretThatChangedIsNotShown() {
        JvmState before = state(Kind.SYSTEM_PROPERTY, Map.of("db.password", "one"));
        JvmState after = state(Kind.SYSTEM_PROPERTY, Map.of("db.password", "two"));

        assertThat(after.since(before))
                .containsExactly(new LeakTrace(Kind.SYSTEM_PROPERTY, "db.password", "***", "***, changed inside"));
    }

    @Test
    void theOtherLocalesFollowTheDefaultOne() {
        JvmState before = state(Kind.LOCALE, Map.of("default", "en", "display", "en", "format", "en"));

        assertThat(state(Kind.LOCALE, Map.of("default", "de", "display", "de", "format", "de"))
                        .since(before))
                .containsExactly(new LeakTrace(Kind.LOCALE, "default", "en", "de"));
        assertThat(state(Kind.LOCALE, Map.of("default", "en", "display", "en", "format", "de"))
                        .since(before))
                .containsExactly(new LeakTrace(Kind.LOCALE, "format", "en", "de"));
    }

    @Test
    void threadsAreToldByTheirNamesWithoutNumbers() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread one = waiting("pool-1-thread-1", end, true);
        Thread two = waiting("pool-1-thread-22", end, true);
        Thread ours = waiting(TimeLimitedWork.THREADS + "x", end, true);
        try {
            assertThat(new LiveThreads(Set.of(one, two)).described())
                    .isEqualTo(Map.of("pool-#-thread-#", "2 running (daemon)"));
            assertThat(LiveThreads.now().threads()).contains(one, two).doesNotContain(ours);
        } finally {
            end.countDown();
        }
        one.join();
        two.join();
        assertThat(LiveThreads.now().threads()).doesNotContain(one, two);
    }

    @Test
    void aThreadThatIsJustEndingIsNotLeft() throws InterruptedException {
        LiveThreads before = LiveThreads.now();
        CountDownLatch end = new CountDownLatch(1);
        Thread ending = waiting("ending", end, false);
        end.countDown();

        assertThat(LiveThreads.settled(before, 60_000).threads()).doesNotContain(ending);
    }

    private static Thread waiting(String name, CountDownLatch end, boolean daemon) {
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(daemon);
        thread.start();
        return thread;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPortIsOursWhileWeListen() throws IOException {
        Path self = Path.of("/proc/self");
        String port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(server.getLocalPort());
            assertThat(ListeningPorts.find(self)).containsEntry(port, "listening");
        }
        assertThat(ListeningPorts.find(self)).doesNotContainKey(port);
    }

    @Test
    void whereNothingTellsOfPortsNoneIsKnown() {
        assertThat(ListeningPorts.find(Path.of("no", "such", "folder"))).isEmpty();
    }
}
