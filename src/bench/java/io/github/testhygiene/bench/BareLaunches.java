package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The limit: each test in a bare JVM with JUnit's console launcher and the flags of fast forks, on a database that was
 * made before the clock starts. The project's classes are in jars, as a class-data archive needs them.
 */
final class BareLaunches {

    private static final List<String> FLAGS = 
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djdk.attach.allowAttachSelf=true");

    private final SpeedSample sample;
    private final BenchServer server;
    private final String classPath;
    private final Path archive;

    /** Packs the classes of a built sample, and makes the archive. */
    BareLaunches(SpeedSample sample, BenchServer server) throws IOException, InterruptedException {
        this.sample = sample;
        this.server = server;
        this.archive = sample.beside("classes.jsa");
        this.classPath = classPath();
        DatabaseCoordinates database = server.freshDatabase();
        launch(sample.tests().get(0), database, List.of("-XX:ArchiveClassesAtExit=" + archive));
        server.drop(database);
    }

    private String classPath() throws IOException, InterruptedException {
        Path file = sample.beside("console.txt");
        MavenBuild.run(
                sample.folder(),
                sample.with(Stream.of("-Pconsole", "dependency:build-classpath", "-Dmdep.outputFile=" + file)));
        Path classes = sample.folder().resolve("target");
        List<String> entries = new ArrayList<>();
        for (String folder : List.of("test-classes", "classes")) {
            if (Files.isDirectory(classes.resolve(folder))) {
                entries.add(Packed.folder(classes.resolve(folder), sample.beside(folder + ".jar")).toString());
            }
        }
        entries.add(Files.readString(file).strip());
        return String.join(File.pathSeparator, entries);
    }

    /**
     * Launches every test.
     *
     * @param workers how many at a time
     * @param archived whether with the archive
     * @return from the first start to the last end, in seconds
     */
    double seconds(int workers, boolean archived) throws IOException, InterruptedException {
        List<String> flags = archived ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto") : List.of();
        List<DatabaseCoordinates> databases = new ArrayList<>();
        sample.tests().forEach(test -> databases.add(server.freshDatabase()));
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            long before = System.nanoTime();
            List<Future<?>> launches = new ArrayList<>();
            for (int i = 0; i < databases.size(); i++) {
                String test = sample.tests().get(i);
                DatabaseCoordinates database = databases.get(i);
                launches.add(threads.submit(() -> {
                    launch(test, database, flags);
                    return null;
                }));
            }
            for (Future<?> each : launches) {
                each.get();
            }
            return (System.nanoTime() - before) / 1e9;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
            databases.forEach(server::drop);
        }
    }

    private void launch(String test, DatabaseCoordinates database, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(sample.on(database));
        command.addAll(List.of(
                "-cp",
                classPath,
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--fail-if-no-tests",
                "--select-method=" + test));
        Path output = sample.beside(database.database() + ".log");
        int exit = new ProcessBuilder(command)
                .directory(sample.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("the console launcher ended with " + exit + ":\n" + Files.readString(output));
        }
        Files.delete(output);
    }
}
