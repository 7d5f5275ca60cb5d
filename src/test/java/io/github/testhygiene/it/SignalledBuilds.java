package io.github.testhygiene.it;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ends builds from outside, as a person or a CI system does, at the moment that a build's own test or script names: it
 * writes a file beside the project. Watches from the invoker's JVM, which none of the builds can end, until all of the
 * build's processes are gone.
 */
public final class SignalledBuilds implements Closeable {

    private static final int LOOK_MILLIS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path request;
    private final String mark;
    private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::watch, "signalled-builds");

    /**
     * How one build ended.
     *
     * @param signal the signal's name without SIG
     * @param mavenMillis from the signal to the end of Maven's JVM
     * @param othersMillis from the signal to the end of the last of the others: JVMs and servers
     * @param others how many there were
     * @param left the command lines of those that still ran after a minute
     */
    public record End(String signal, long mavenMillis, long othersMillis, int others, List<String> left) {

        @Override
        public String toString() {
            return "SIG" + signal + ": Maven's JVM ended after " + mavenMillis + " ms, its " + others
                    + " other processes after " + othersMillis + " ms";
        }
    }

    private SignalledBuilds(Path request, String mark) {
        this.request = request;
        this.mark = mark;
        thread.setDaemon(true);
    }

    /**
     * Begins to watch; at most one build is signalled at a time.
     *
     * @param basedir the sample; the file that asks for a signal lies beside it, and is named after it with
     *     {@code -signal}. Its first line is the signal; the second one, if any, stands in the command lines of servers
     *     that must end with the build
     * @param mark how an argument of Maven's JVM ends that no other process of the build has
     * @return the watch; a sample's {@code verify.groovy} closes it
     */
    public static SignalledBuilds in(File basedir, String mark) throws IOException {
        Path request = basedir.toPath().resolveSibling(basedir.getName() + "-signal");
        Files.deleteIfExists(request);
        SignalledBuilds builds = new SignalledBuilds(request, mark);
        builds.thread.start();
        return builds;
    }

    /** How the build ended that has just ended; waits for its last processes, at most a minute. */
    public End next() throws InterruptedException {
        End end = ends.poll(2 * LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (end == null) {
            throw new AssertionError("No build asked for a signal");
        }
        return end;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                List<String> asked = await();
                ends.add(end(asked.get(0), asked.size() > 1 ? asked.get(1) : ""));
            }
        } catch (InterruptedException e) {
            return; // the sample has ended
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> await() throws InterruptedException, IOException {
        while (true) {
            if (Files.exists(request)) {
                String text = Files.readString(request, StandardCharsets.UTF_8);
                if (text.endsWith("\n")) {
                    Files.delete(request);
                    return text.lines().toList();
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private End end(String signal, String servers) throws InterruptedException, IOException {
        ProcessHandle maven = maven();
        List<ProcessHandle> others = new ArrayList<>(maven.descendants().toList());
        if (!servers.isEmpty()) {
            mentioning(servers::equals).forEach(server -> {
                others.add(server);
                server.descendants().forEach(others::add);
            });
        }
        List<ProcessHandle> distinct = others.stream().distinct().toList();
        long start = System.nanoTime();
        new ProcessBuilder("kill", "-" + signal, Long.toString(maven.pid()))
                .start()
                .waitFor();
        long mavenMillis = -1;
        long othersMillis = -1;
        while (mavenMillis < 0 || othersMillis < 0) {
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            boolean over = millis > LIMIT.toMillis();
            if (mavenMillis < 0 && (over || hasEnded(maven))) {
                mavenMillis = millis;
            }
            if (othersMillis < 0 && (over || distinct.stream().allMatch(SignalledBuilds::hasEnded))) {
                othersMillis = millis;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        List<String> left = Stream.concat(Stream.of(maven), distinct.stream())
                .filter(each -> !hasEnded(each))
                .map(each -> each.pid() + " " + each.info().commandLine().orElse(""))
                .toList();
        return new End(signal, mavenMillis, othersMillis, distinct.size(), left);
    }

    private ProcessHandle maven() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> arguments(each).anyMatch(argument -> argument.endsWith(mark)))
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no JVM of Maven's has the argument " + mark));
    }

    private static Stream<ProcessHandle> mentioning(Predicate<String> argument) {
        return ProcessHandle.allProcesses().filter(each -> arguments(each).anyMatch(argument));
    }

    private static Stream<String> arguments(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Stream::of);
    }

    /** Where nobody waits for a process whose parent was killed, it stays in the table of processes as a zombie. */
    private static boolean hasEnded(ProcessHandle process) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return !process.isAlive(); // it ended just now, or there is no such file system
        }
    }
}
