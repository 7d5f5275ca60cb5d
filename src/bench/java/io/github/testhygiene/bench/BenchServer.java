package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.server.ClassPathBinaries;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.InitScripts;
import io.github.testhygiene.postgres.server.PostgresServer;
import io.github.testhygiene.postgres.server.ServerStarter;
import io.github.testhygiene.postgres.database.Template;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server of the benchmark's own, and databases with the sample's schema. */
final class BenchServer implements AutoCloseable {

    private final PostgresServer server;
    private final Databases databases;
    private final Template template;

    /** Starts it; its databases hold what a script makes, or nothing if that is null. */
    BenchServer(@Nullable Path schema) {
        server = new ServerStarter(new ClassPathBinaries(), line -> {}).start(ClassPathBinaries.embedded());
        databases = new Databases(server);
        DatabaseCoordinates reference = databases.create();
        InitScripts.run(reference, schema == null ? List.of() : List.of(schema));
        template = databases.takeTemplate(reference);
    }

    /** What the plugin needs to use this server as the user's own. */
    List<String> asExternal() {
        DatabaseCoordinates maintenance = server.maintenance();
        return List.of(
                "-Dtest-hygiene.database=external",
                "-Dtest-hygiene.jdbcUrl=" + maintenance.jdbcUrl(),
                "-Dtest-hygiene.username=" + maintenance.username(),
                "-Dtest-hygiene.password=" + maintenance.password());
    }

    DatabaseCoordinates freshDatabase() {
        return databases.cloneOf(template);
    }

    void drop(DatabaseCoordinates database) {
        databases.drop(database);
    }

    @Override
    public void close() {
        databases.dropAll();
        server.close();
    }
}
