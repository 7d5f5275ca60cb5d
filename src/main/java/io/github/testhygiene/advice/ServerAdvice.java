package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;

/** What we say about PostgreSQL servers that cannot be started or joined. */
public final class ServerAdvice {

    private static final String OTHER_THAN_CONTAINER =
            "use the embedded server, which needs no Docker: -Dtest-hygiene.database=embedded.";

    private ServerAdvice() {}

    /**
     * The external server is wanted, and not named.
     *
     * @return what to say
     */
    public static Problem externalNotNamed() {
        return new Problem(
                "<database> is external, but there is no <jdbcUrl>.",
                "Set <jdbcUrl>, <username> and <password> (-Dtest-hygiene.jdbcUrl and so on), or remove <database>.");
    }

    /**
     * The URL is not one of PostgreSQL's driver, or names several servers.
     *
     * @param url the setting's value, without a password
     * @return what to say
     */
    public static Problem unreadableUrl(String url) {
        return new Problem(
                "<jdbcUrl> is '" + url + "', which is not the URL of one PostgreSQL server.",
                "Write jdbc:postgresql://host:port/database into <jdbcUrl> (-Dtest-hygiene.jdbcUrl).");
    }

    /**
     * Nobody answers.
     *
     * @param url where
     * @param seconds how long we waited
     * @param reason the driver's words
     * @return what to say
     */
    public static Problem unreachable(String url, int seconds, String reason) {
        return new Problem(
                "No PostgreSQL server answers at " + url + " within " + seconds + " s: " + reason,
                "Start the server, or correct host and port in <jdbcUrl> (-Dtest-hygiene.jdbcUrl). Inside a CI job, a service"
                        + " container's host is the service's name, or localhost with the published port.");
    }

    /**
     * The role or its password is refused.
     *
     * @param url where
     * @param username the role
     * @param reason the server's words
     * @return what to say
     */
    public static Problem loginRefused(String url, String username, String reason) {
        return new Problem(
                "The server at " + url + " refuses to let role '" + username + "' log in: " + reason,
                "Correct <username> and <password> (-Dtest-hygiene.username, -Dtest-hygiene.password), or the server's"
                        + " pg_hba.conf.");
    }

    /**
     * The database of the URL does not exist.
     *
     * @param url the URL
     * @param reason the server's words
     * @return what to say
     */
    public static Problem noSuchDatabase(String url, String reason) {
        return new Problem(
                "The database of " + url + " does not exist: " + reason,
                "Let <jdbcUrl> (-Dtest-hygiene.jdbcUrl) end with a database that exists, such as /postgres; it is only used to"
                        + " create others.");
    }

    /**
     * The server answers with another error.
     *
     * @param url where
     * @param reason the server's words
     * @return what to say
     */
    public static Problem notUsable(String url, String reason) {
        return new Problem(
                "The server at " + url + " cannot be used: " + reason,
                "Mend what it says, then try: psql '" + url + "' -c 'select version()'.");
    }

    /**
     * The role may not create databases.
     *
     * @param url where
     * @param username the role
     * @return what to say
     */
    public static Problem mayNotCreateDatabases(String url, String username) {
        return new Problem(
                "Role '" + username + "' may not create databases on the server at " + url + ".",
                "As a superuser run: ALTER ROLE \"" + username
                        + "\" CREATEDB REPLICATION; or name another role in <username>"
                        + " (-Dtest-hygiene.username).");
    }

    /**
     * Rows that tests leave cannot be recorded on this server; a remark, since the rest works.
     *
     * @param username the role
     * @param replicates whether the role may read the change log
     * @param logicalWal whether the server writes one
     * @return what to say
     */
    public static Problem noChangeLog(String username, boolean replicates, boolean logicalWal) {
        String what = logicalWal ? "" : "its wal_level is not logical";
        String who = replicates ? "" : "role '" + username + "' has no replication right";
        String fix = (logicalWal ? "" : "Start the server with -c wal_level=logical. ")
                + (replicates ? "" : "As a superuser run: ALTER ROLE \"" + username + "\" REPLICATION.");
        return new Problem(
                "Rows that tests leave cannot be recorded on this server: " + what
                        + (what.isEmpty() || who.isEmpty() ? "" : ", and ") + who + ".",
                fix.strip());
    }

    /**
     * A container is wanted, and there is no Docker engine.
     *
     * @param why where we looked
     * @return what to say
     */
    public static Problem noEngine(String why) {
        return new Problem(
                "<database> is container, but " + why + ".",
                "Start Docker or Podman (try: docker version), set DOCKER_HOST if the engine is elsewhere, or "
                        + OTHER_THAN_CONTAINER);
    }

    /**
     * The image is not on this machine, and cannot be pulled.
     *
     * @param image its name
     * @param reason the engine's words
     * @return what to say
     */
    public static Problem imageUnavailable(String image, String reason) {
        return new Problem(
                "The image " + image + " is not on this machine and cannot be pulled: " + reason,
                "Try: docker pull " + image + ". Correct <image> or <postgresVersion> (-Dtest-hygiene.image,"
                        + " -Dtest-hygiene.postgresVersion), or " + OTHER_THAN_CONTAINER);
    }

    /**
     * The image of the container that clears away the others is not on this machine, and cannot be pulled.
     *
     * @param image its name
     * @param reason the engine's words
     * @return what to say
     */
    public static Problem helperImageUnavailable(String image, String reason) {
        return new Problem(
                "The image " + image + ", with which Testcontainers clears away what a killed build leaves, is not on"
                        + " this machine and cannot be pulled: " + reason,
                "Try: docker pull " + image + ". Where the engine reaches a mirror only, name it in"
                        + " ~/.testcontainers.properties (hub.image.name.prefix=...); to do without, set"
                        + " TESTCONTAINERS_RYUK_DISABLED=true; or " + OTHER_THAN_CONTAINER);
    }

    /**
     * The container did not become a server that answers.
     *
     * @param image its image
     * @param reason what was seen
     * @return what to say
     */
    public static Problem containerNotStarted(String image, String reason) {
        return new Problem(
                "A container of " + image + " did not start as a PostgreSQL server: " + reason,
                "Try: docker run --rm -e POSTGRES_PASSWORD=x " + image
                        + ". The image has to work as the official postgres image" + " does; or "
                        + OTHER_THAN_CONTAINER);
    }

    /**
     * There are no embedded binaries for this machine.
     *
     * @param system the operating system and the architecture
     * @return what to say
     */
    public static Problem noBinariesForMachine(String system) {
        return new Problem(
                "There are no embedded PostgreSQL binaries for " + system + ".",
                "Use a container or a server of your own: <database>container</database> or <database>external</database>"
                        + " (-Dtest-hygiene.database).");
    }

    /**
     * The embedded server did not start.
     *
     * @param version the version of its binaries
     * @param reason what was seen
     * @return what to say
     */
    public static Problem embeddedNotStarted(String version, String reason) {
        return new Problem(
                "The embedded PostgreSQL " + version + " did not start: " + reason,
                "If the words above do not tell, run again with -X; or use a container or a server of your own:"
                        + " -Dtest-hygiene.database=container or external.");
    }

    /**
     * The binaries of the embedded server cannot be unpacked.
     *
     * @param version their version
     * @param cache the folder into which they are unpacked
     * @param reason what was seen
     * @return what to say
     */
    public static Problem binariesNotUnpacked(String version, String cache, String reason) {
        return new Problem(
                "The embedded PostgreSQL " + version + " cannot be unpacked into " + cache + ": " + reason,
                "Make room there (about 50 MB) and let this user write there, or name another folder in <cache>"
                        + " (-Dtest-hygiene.cache).");
    }

    /**
     * An embedded server gets no memory that its processes can share.
     *
     * @param version its version
     * @param reason the server's words
     * @return what to say
     */
    public static Problem noSharedMemory(String version, String reason) {
        return new Problem(
                "The embedded PostgreSQL " + version + " gets no shared memory: " + reason,
                "Make room in /dev/shm (df -h /dev/shm; docker run --shm-size=256m), or use a server elsewhere:"
                        + " -Dtest-hygiene.database=container or external.");
    }

    /**
     * There is no place for the data of an embedded server.
     *
     * @param folder the folder
     * @param reason what was seen
     * @return what to say
     */
    public static Problem temporaryFolderUnusable(String folder, String reason) {
        return new Problem(
                "The data of the embedded PostgreSQL cannot be written to " + folder + ": " + reason,
                "Make room there (about 200 MB) and let this user write there, or give Maven another temporary folder:"
                        + " MAVEN_OPTS=-Djava.io.tmpdir=/path/to/folder.");
    }

    /**
     * Tests log in to the user's server with the user's own password, which a system property holds.
     *
     * @param role the user's role
     * @param reason why there is no other one, as what follows its name
     * @return what to say
     */
    public static Problem passwordExported(String role, String reason) {
        return new Problem(
                "The tests log in as " + role + ", which " + reason
                        + ": its password is a system property of theirs, since <exportPassword> asks for that, and"
                        + " failsafe writes those to TEST-*.xml.",
                "Remove <exportPassword> (-Dtest-hygiene.exportPassword); or let failsafe write no properties:"
                        + " <statelessTestsetReporter> with <enablePropertiesElement>false</enablePropertiesElement>.");
    }

    /**
     * Tests log in to the user's server with the user's own password, which a file holds.
     *
     * @param role the user's role
     * @param reason why there is no other one, as what follows its name
     * @param property the system property that names the file
     * @return what to say
     */
    public static Problem passwordInFile(String role, String reason, String property) {
        return new Problem(
                "The tests log in as " + role + ", which " + reason
                        + ": PostgreSQL's JDBC driver takes its password from the file that the system property "
                        + property
                        + " names, and no other property holds it, since failsafe writes those to TEST-*.xml.",
                "Tests that read the password themselves, or use another driver, need"
                        + " <exportPassword>true</exportPassword> (-Dtest-hygiene.exportPassword).");
    }

    /**
     * What an earlier build left on the user's server could not be dropped.
     *
     * @param what its name, the server's words and the command that drops it; or only the server's words
     * @return what to say
     */
    public static Problem notCleaned(String what) {
        return new Problem(
                "Something that an earlier build left on the server could not be dropped: " + what,
                "Execute the command as a role that may, or as a superuser: mvn test-hygiene:clean"
                        + " -Dtest-hygiene.username=... -Dtest-hygiene.password=...");
    }
}
