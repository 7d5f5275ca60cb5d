package io.github.testhygiene.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A PostgreSQL that belongs to the user: it runs before the build under test and after it, as a CI service does, so that a
 * {@code verify.groovy} can look at what is left on it.
 */
public final class ExternalServer implements Closeable {

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "a-password-of-the-users";

    private final EmbeddedPostgres server;

    private ExternalServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server on a free port.
     *
     * @param buildDirectory has the jar with the binaries in {@code binaries}; gets the data
     * @return the running server
     */
    public static ExternalServer startIn(File buildDirectory) throws IOException {
        return startIn(
                buildDirectory, Map.of("wal_level", "logical", "shared_preload_libraries", "pg_stat_statements"));
    }

    /**
     * Starts a server on a free port with other settings.
     *
     * @param buildDirectory has the jar with the binaries in {@code binaries}; gets the data, in a folder of its own
     * @param settings names and values as in {@code postgresql.conf}
     * @return the running server
     */
    public static ExternalServer startIn(File buildDirectory, Map<String, String> settings) throws IOException {
        Path jar = onlyFileIn(buildDirectory.toPath().resolve("binaries"));
        Path password = Files.writeString(buildDirectory.toPath().resolve("password"), PASSWORD);
        Path data = Files.createTempDirectory(buildDirectory.toPath(), "server").resolve("data");
        try (ZipFile binaries = new ZipFile(jar.toFile())) {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, architecture) -> archiveIn(binaries))
                    .setOverrideWorkingDirectory(new File(buildDirectory, "unpacked"))
                    .setDataDirectory(data)
                    // Reaches initdb as --name=value: without it, the server would ask nobody for a password.
                    .setLocaleConfig("pwfile", password.toString())
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setConnectConfig("password", PASSWORD);
            settings.forEach(builder::setServerConfig);
            return new ExternalServer(builder.start());
        }
    }

    /** What the sample's POM asks for. */
    public Map<String, String> properties() {
        return Map.of(
                "external.jdbcUrl", jdbcUrl(),
                "external.username", SUPERUSER,
                "external.password", PASSWORD);
    }

    /** Makes a role that may log in, and nothing else. */
    public void createRole(String name, String password) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
        }
    }

    /** The names of all databases, sorted. */
    public List<String> databases() throws SQLException {
        return names("SELECT datname FROM pg_database ORDER BY 1");
    }

    /** The names of all roles. */
    public List<String> roles() throws SQLException {
        return names("SELECT rolname FROM pg_roles ORDER BY 1");
    }

    /** The names of all replication slots. */
    public List<String> replicationSlots() throws SQLException {
        return names("SELECT slot_name FROM pg_replication_slots");
    }

    /** What this plugin has on the server: databases, roles, slots, prepared transactions in its databases, sessions. */
    public List<String> ours() throws SQLException {
        return names("""
                SELECT 'database ' || datname FROM pg_database WHERE starts_with(datname, 'test_hygiene_')
                 UNION ALL SELECT 'role ' || rolname FROM pg_roles WHERE starts_with(rolname, 'test_hygiene_')
                 UNION ALL SELECT 'slot ' || slot_name FROM pg_replication_slots
                 UNION ALL SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts
                 UNION ALL SELECT 'session ' || pid FROM pg_stat_activity WHERE application_name = 'test-hygiene'
                 ORDER BY 1""");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), SUPERUSER, PASSWORD);
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((one, other) -> {
                        throw new IllegalStateException("More than one file in " + folder);
                    })
                    .orElseThrow();
        }
    }

    private static InputStream archiveIn(ZipFile binaries) throws IOException {
        return binaries.getInputStream(binaries.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow());
    }
}
