package io.github.testhygiene.postgres.database;

/** The names of what this plugin creates on servers: databases, roles and replication slots. */
public final class OwnNames {

    /** What each of them starts with. */
    public static final String PREFIX = "test_hygiene_";

    private OwnNames() {}

    /**
     * Whether a database, a role or a slot was created by this plugin, in whatever build.
     *
     * @param name its name
     * @return true if it starts as ours do
     */
    public static boolean isOurs(String name) {
        return name.startsWith(PREFIX);
    }
}
