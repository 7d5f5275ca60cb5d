package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.postgres.database.LeftoverDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A server that plays the user's own, with settings of its own. */
public final class UsersServer implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "wal_level",
            "logical",
            "max_prepared_transactions",
            "8",
            "fsync",
            "off",
            "listen_addresses",
            "localhost",
            "unix_socket_directories",
            "");

    private final DataFolder folder;
    private final EmbeddedProcess process;

    private UsersServer(DataFolder folder, EmbeddedProcess process) {
        this.folder = folder;
        this.process = process;
        folder.contains(process);
    }

    /** Starts a server that allows prepared transactions and logical replication. */
    public static UsersServer start() throws IOException {
        PostgresVersion version = PostgresVersion.parse(null);
        String artifact = BinaryArtifact.ofThisMachine().artifactId();
        Path jar = new ClassPathBinaries().resolve(artifact, version.binaries());
        Path cache = ClassPathBinaries.CACHE.resolve(artifact + "-" + version.binaries());
        DataFolder folder = DataFolder.create(ShutdownActions.NONE);
        return new UsersServer(
                folder,
                EmbeddedProcess.start(
                        new UnpackedBinaries(jar, cache).folder(), folder, List.of("--auth=trust"), SETTINGS));
    }

    public DatabaseCoordinates maintenance() {
        return new DatabaseCoordinates("localhost", process.port(), "postgres", "postgres", "", "");
    }

    /** Joins it as a build does, which drops first what others have left. */
    public PostgresServer join(Consumer<String> log) {
        PostgresServer joined = ExternalServer.join(login("postgres"), log);
        LeftoverDatabases.dropAndLog(joined.maintenance(), log);
        return joined;
    }

    public PostgresServer joinAs(String role) {
        return ExternalServer.join(login(role), line -> {});
    }

    private ExternalLogin login(String role) {
        return new ExternalLogin(maintenance().jdbcUrl(), role, "");
    }

    public void execute(String sql) throws SQLException {
        executeIn(maintenance(), sql);
    }

    public static void executeIn(DatabaseCoordinates database, String... statements) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = Connections.open(maintenance());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The databases whose names start as ours do. */
    public List<String> ours() throws SQLException {
        return names("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_hygiene\\_%' ORDER BY 1");
    }

    @Override
    public void close() {
        folder.close();
    }
}
