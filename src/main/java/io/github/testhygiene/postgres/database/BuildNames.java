package io.github.testhygiene.postgres.database;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Gives names to what one build creates on a server that is not ours: the next build sees from them whose it was. */
public final class BuildNames {

    private final OwnerProcess owner = OwnerProcess.current();
    private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /** For a session of this JVM that begins now. */
    public BuildNames() {}

    /**
     * A name for a database or a role. What has such a name is dropped by a later build once this JVM has ended.
     *
     * @return a new name, which starts with {@link OwnNames#PREFIX}
     */
    public String next() {
        return OwnedName.random(owner, since).value();
    }
}
