package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Provider;
import java.sql.SQLException;

/** A server process that we started. */
public final class EmbeddedServer implements PostgresServer {

    static final String USERNAME = "postgres";

    private final DataFolder folder;
    private final ServerFacts facts;

    EmbeddedServer(EmbeddedProcess process, DataFolder folder, String password) throws SQLException {
        this.folder = folder;
        folder.contains(process);
        DatabaseCoordinates maintenance =
                new DatabaseCoordinates("localhost", process.port(), "postgres", USERNAME, password, "");
        this.facts = new ServerFacts(Provider.EMBEDDED, null, maintenance, ServerInspection.of(maintenance));
    }

    @Override
    public ServerFacts facts() {
        return facts;
    }

    @Override
    public void close() {
        folder.close();
    }
}
