package io.github.testhygiene.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.github.testhygiene.lint.Lint;
import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.lint.SourceFiles;
import io.github.testhygiene.model.Finding;
import java.io.File;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** One look at many tests, in a JVM of its own. Prints what it took. */
public final class LintOnce {

    private LintOnce() {}

    /**
     * Looks.
     *
     * @param args the folder with the classes and the file of the class path; the endings of the names of selected
     *     classes; how many of them at most; a file for the findings, if anybody wants to compare them
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path classes = folder.resolve("test-classes");
        List<Path> classPath = Stream.of(Files.readString(folder.resolve("classpath.txt")).split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<String> selected = selected(classes, List.of(args[1].split(",")), Integer.parseInt(args[2]));
        AtomicLong most = new AtomicLong();
        watchCollections(most);
        long before = System.nanoTime();
        Lint lint = Lint.of(
                new LintTarget(selected, List.of(classes), classPath), new SourceFiles(folder, List.of(), List.of()));
        long millis = (System.nanoTime() - before) / 1_000_000;
        if (args.length > 3) {
            Files.write(
                    Path.of(args[3]), lint.findings().stream().map(LintOnce::line).toList());
        }
        System.out.println(millis + " " + most.get() / (1 << 20) + " " + selected.size() + " "
                + lint.entry().classFiles() + " " + lint.findings().size());
    }

    private static String line(Finding finding) {
        return finding.rule() + " " + finding.subject() + ":" + finding.line() + " " + finding.fingerprint() + " "
                + finding.message();
    }

    private static List<String> selected(Path classes, List<String> endings, int most) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.map(each -> classes.relativize(each).toString())
                    .filter(name -> endings.stream().anyMatch(ending -> name.endsWith(ending + ".class")))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .limit(most)
                    .toList();
        }
    }

    /** What is in use after a collection is what is needed, and perhaps some garbage that is old. */
    private static void watchCollections(AtomicLong most) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                GarbageCollectionNotificationInfo info = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData());
                                long used = info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                        .filter(pool -> !pool.getKey().contains("Code")
                                                && !pool.getKey().contains("Meta")
                                                && !pool.getKey().contains("Class"))
                                        .mapToLong(pool -> ((MemoryUsage) pool.getValue()).getUsed())
                                        .sum();
                                most.accumulateAndGet(used, Math::max);
                            },
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
    }
}
