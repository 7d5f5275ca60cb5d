package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.Database;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.ServerVersion;
import java.sql.SQLException;

/** A server process that we started. */
public final class EmbeddedServer implements PostgresServer {

    static final String USERNAME = "postgres";

    private final DataFolder folder;
    private final DatabaseCoordinates maintenance;
    private final ServerInspection inspection;

    EmbeddedServer(EmbeddedProcess process, DataFolder folder, String password) throws SQLException {
        this.folder = folder;
        folder.contains(process);
        this.maintenance = new DatabaseCoordinates("localhost", process.port(), "postgres", USERNAME, password, "");
        this.inspection = ServerInspection.of(maintenance);
    }

    @Override
    public Provider provider() {
        return Provider.EMBEDDED;
    }

    @Override
    public DatabaseCoordinates maintenance() {
        return maintenance;
    }

    @Override
    public ServerVersion version() {
        return inspection.version();
    }

    @Override
    public Database describe() {
        return new Database(provider(), version().toString(), null);
    }

    @Override
    public ServerCapabilities capabilities() {
        return inspection.capabilities();
    }

    @Override
    public void close() {
        folder.close();
    }
}
