package io.github.testhygiene.postgres.server;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * How a server's container is set up.
 *
 * @param image what to run; works as the official image does
 * @param password the superuser's
 */
public record ContainerSpec(String image, String password) {

    /** Always there, and never given to tests. */
    static final String MAINTENANCE_DATABASE = "postgres";

    /**
     * What the image makes of a new database: PostGIS and others add their extension to this one alone. New databases are
     * copies of it.
     */
    public static final String MODEL_DATABASE = "test_hygiene";

    private static final String USERNAME = "postgres";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long SHARED_MEMORY_BYTES = 256L << 20;

    // Since 18 the image keeps its data elsewhere and refuses a mount on the old place; a place of our own fits all.
    private static final String MOUNT = "/var/lib/test-hygiene";
    private static final String FOLDER = MOUNT + "/pgdata";

    private static final String PRELOAD_SCRIPT = "/docker-entrypoint-initdb.d/zz-test-hygiene.sql";

    // Adds to what the image preloads (TimescaleDB must stay first), and leaves images alone that lack the extension.
    private static final String PRELOAD_SQL = """
            SELECT 'ALTER SYSTEM SET shared_preload_libraries = ' || string_agg(quote_literal(name), ', ' ORDER BY place)
              FROM unnest(string_to_array(concat_ws(',', nullif(current_setting('shared_preload_libraries'), ''), '%1$s'), ','))
                   WITH ORDINALITY AS listed(entry, place)
             CROSS JOIN LATERAL btrim(entry, ' ' || chr(34)) AS name
             WHERE EXISTS (SELECT FROM pg_available_extensions WHERE name = '%1$s')
               AND current_setting('shared_preload_libraries') NOT LIKE '%%%1$s%%'
            HAVING count(*) > 0
            \\gexec
            """.formatted(ServerOptions.STATEMENTS);

    /** The image as Testcontainers names it. */
    DockerImageName imageName() {
        return DockerImageName.parse(image).asCompatibleSubstituteFor("postgres");
    }

    /** A container that is not started yet; the caller stops it. */
    @SuppressWarnings("resource")
    PostgreSQLContainer container(boolean inMemory) {
        PostgreSQLContainer container = new PostgreSQLContainer(imageName())
                .withDatabaseName(MODEL_DATABASE)
                .withUsername(USERNAME)
                .withPassword(password)
                .withSharedMemorySize(SHARED_MEMORY_BYTES)
                .withCopyToContainer(Transferable.of(PRELOAD_SQL, 0644), PRELOAD_SCRIPT)
                .withLabels(OwnContainers.labels())
                .withCommand(command());
        if (inMemory) {
            container.withTmpFs(Map.of(MOUNT, "rw")).withEnv("PGDATA", FOLDER);
        }
        if (engineIsLocal()) {
            container.withCreateContainerCmdModifier(ContainerSpec::bindToLoopback);
        }
        return container;
    }

    private static String[] command() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        ServerOptions.all().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command.toArray(String[]::new);
    }

    private static boolean engineIsLocal() {
        return Set.of("localhost", LOOPBACK)
                .contains(DockerClientFactory.instance().dockerHostIpAddress());
    }

    private static void bindToLoopback(CreateContainerCmd command) {
        HostConfig host = command.getHostConfig();
        if (host != null) {
            ExposedPort port = ExposedPort.tcp(PostgreSQLContainer.POSTGRESQL_PORT);
            host.withPortBindings(new PortBinding(Ports.Binding.bindIp(LOOPBACK), port));
        }
    }
}
