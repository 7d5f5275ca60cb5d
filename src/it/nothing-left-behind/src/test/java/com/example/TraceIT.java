package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceIT {

    /** Writes down what there is while the user's own tests run, so that verify.groovy can compare it. */
    @Test
    void countsWhatIsThere() throws SQLException, IOException {
        ProcessHandle maven = maven();
        List<String> databases = names("SELECT datname FROM pg_database");
        if (System.getProperty("java.io.tmpdir").contains("test-hygiene")) {
            return;
        }
        write("maven", List.of(Long.toString(maven.pid())));
        write("databases", databases);
        write("data-directory", names("SHOW data_directory"));
        write("processes", others(maven));
        write("sessions", sessions("datname <> 'postgres'"));
        List<String> handles = handles(maven);
        // Sessions for administration are kept in that database, as many as were ever used at once.
        sessions("datname = 'postgres'").forEach(session -> handles.remove("socket"));
        write("handles", handles);
    }

    private static ProcessHandle maven() {
        return Stream.iterate(ProcessHandle.current(), each -> each.parent().orElse(null))
                .filter(each -> each.info().commandLine().orElse("").contains("classworlds"))
                .findFirst()
                .orElseThrow();
    }

    /** All processes of the build but this one. */
    private static List<String> others(ProcessHandle maven) {
        List<Long> ours = Stream.iterate(ProcessHandle.current(), each -> each.parent().orElse(null))
                .takeWhile(each -> each.pid() != maven.pid())
                .map(ProcessHandle::pid)
                .toList();
        return maven.descendants()
                .filter(each -> !ours.contains(each.pid()))
                .map(each -> each.info().command().orElse("?"))
                .sorted()
                .toList();
    }

    /** What Maven's JVM has open but jars, which it opens when it needs them and keeps; none where that is not known. */
    private static List<String> handles(ProcessHandle maven) throws IOException {
        Path folder = Path.of("/proc", Long.toString(maven.pid()), "fd");
        List<String> handles = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path each : all.toList()) {
                    String target = Files.readSymbolicLink(each).toString();
                    if (!target.endsWith(".jar")) {
                        handles.add(target.replaceFirst("(socket|pipe):.*", "$1"));
                    }
                }
            }
        }
        handles.sort(null);
        return handles;
    }

    private static List<String> sessions(String condition) throws SQLException {
        return names("SELECT datname FROM pg_stat_activity WHERE application_name = 'test-hygiene' AND " + condition);
    }

    private static List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        System.getProperty("test-hygiene.jdbc.url"),
                        System.getProperty("test-hygiene.jdbc.username"),
                        System.getProperty("test-hygiene.jdbc.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void write(String what, List<String> lines) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "there")).resolve(what), lines);
    }

    /** Leaves what a careless test leaves; the thread would keep its JVM alive for a day. */
    @Test
    void isCareless() throws IOException {
        Files.writeString(Files.createTempFile("careless", ".txt"), "nobody deletes this");
        new Thread(() -> {
                    try {
                        Thread.sleep(86_400_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }
}
