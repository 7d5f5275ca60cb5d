package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.ClassPathBinaries;
import io.github.testhygiene.postgres.DatabaseChoice;
import io.github.testhygiene.postgres.Databases;
import io.github.testhygiene.postgres.InitScripts;
import io.github.testhygiene.postgres.PostgresServer;
import io.github.testhygiene.postgres.ServerSettings;
import io.github.testhygiene.postgres.ServerStarter;
import io.github.testhygiene.postgres.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times the start of a server, and clones of a schema with 60 tables. Run it with the tests' class path; an argument
 * names the server: {@code embedded} (default) or {@code container}.
 */
public final class CloneBenchmark {

    private static final int TABLES = 60;
    private static final int CLONES = 100;
    private static final int WARM_UP = 10;

    private CloneBenchmark() {}

    /**
     * Prints one line of figures.
     *
     * @param args the server to use, if not the embedded one
     */
    public static void main(String[] args) throws IOException {
        DatabaseChoice choice = DatabaseChoice.parse(args.length == 0 ? "embedded" : args[0]);
        ServerSettings settings = new ServerSettings(choice, null, null, null, ClassPathBinaries.CACHE);
        long before = System.nanoTime();
        try (PostgresServer server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(settings)) {
            double startMillis = millisSince(before);
            Databases databases = new Databases(server);
            DatabaseCoordinates reference = databases.create();
            double firstDatabaseMillis = millisSince(before);
            InitScripts.run(reference, List.of(schema()));
            double[] millis = times(databases, databases.takeTemplate(reference));
            System.out.printf(
                    Locale.ROOT,
                    "%s: start %.0f ms, to the first database %.0f ms; clone of %d tables: median %.1f ms, p95 %.1f ms%n",
                    choice.label(),
                    startMillis,
                    firstDatabaseMillis,
                    TABLES,
                    millis[millis.length / 2],
                    millis[millis.length * 95 / 100]);
            databases.dropAll();
        }
    }

    private static double[] times(Databases databases, Template template) {
        double[] millis = new double[CLONES];
        for (int i = -WARM_UP; i < CLONES; i++) {
            long before = System.nanoTime();
            DatabaseCoordinates clone = databases.cloneOf(template);
            if (i >= 0) {
                millis[i] = millisSince(before);
            }
            databases.drop(clone);
        }
        Arrays.sort(millis);
        return millis;
    }

    private static Path schema() throws IOException {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < TABLES; i++) {
            sql.append("CREATE TABLE t")
                    .append(i)
                    .append(" (id serial PRIMARY KEY, name text UNIQUE, at timestamptz);\n");
            sql.append("INSERT INTO t")
                    .append(i)
                    .append(" (name) SELECT 'name ' || n FROM generate_series(1, 50) n;\n");
        }
        Path script = Files.createTempFile("schema-", ".sql");
        script.toFile().deleteOnExit();
        return Files.writeString(script, sql);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
