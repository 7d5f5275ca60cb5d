package io.github.testhygiene.advice;

import io.github.testhygiene.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What we say about settings of the database, about databases and about their scripts. */
public final class DatabaseAdvice {

    private static final int SHOWN_SESSIONS = 5;

    private DatabaseAdvice() {}

    /**
     * The setting names no kind of server.
     *
     * @param actual the setting's value
     * @param accepted the values it may have
     * @return what to say
     */
    public static Problem unknownChoice(String actual, List<String> accepted) {
        return new Problem(
                "<database> is '" + actual + "', which is none of " + String.join(", ", accepted) + ".",
                "Set <database> or -Dtest-hygiene.database to one of them, or leave it out for auto.");
    }

    /**
     * The wanted version has another shape than 18 or 17.9.
     *
     * @param actual the setting's value
     * @return what to say
     */
    public static Problem unreadableVersion(String actual) {
        return new Problem(
                "<postgresVersion> is '" + actual + "', which is not a version such as 18 or 17.9.",
                "Set <postgresVersion> or -Dtest-hygiene.postgresVersion to a major version, or to major.minor.");
    }

    /**
     * A version that is not supported.
     *
     * @param subject whose version it is, as a sentence begins
     * @param actual the version
     * @param oldest the oldest supported major version
     * @return what to say
     */
    public static Problem versionTooOld(String subject, String actual, int oldest) {
        return new Problem(
                subject + " has version " + actual + "; the oldest that works is " + oldest + ".",
                "Name a server of version " + oldest + " or newer, or set <postgresVersion>"
                        + " (-Dtest-hygiene.postgresVersion) to " + oldest + " or higher.");
    }

    /**
     * There are no embedded binaries of the wanted major version.
     *
     * @param actual the wanted version
     * @param known the major versions that there are
     * @return what to say
     */
    public static Problem noEmbeddedVersion(String actual, List<Integer> known) {
        String versions = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Problem(
                "PostgreSQL " + actual + " cannot run embedded; binaries are known for " + versions + ".",
                "Set <postgresVersion> (-Dtest-hygiene.postgresVersion) to one of them, or use a container:"
                        + " -Dtest-hygiene.database=container.");
    }

    /**
     * Somebody is connected to the database from which the template is to be taken.
     *
     * @param database its name
     * @param sessions who is connected, each in a few words; not empty
     * @return what to say
     */
    public static Problem templateInUse(String database, List<String> sessions) {
        String shown = sessions.stream().limit(SHOWN_SESSIONS).collect(Collectors.joining("; "));
        int hidden = Math.max(0, sessions.size() - SHOWN_SESSIONS);
        return new Problem(
                "The template cannot be taken: PostgreSQL copies database " + database
                        + " only while nobody is connected to it, but sessions connected to it are "
                        + shown + (hidden == 0 ? "" : " and " + hidden + " more") + ".",
                "Let another process that uses this database (such as an application that is started in"
                        + " pre-integration-test) start after the tests' JVM, or stop it before the failsafe run, or give it a"
                        + " database of its own. To see it happen: select * from pg_stat_activity.");
    }

    /**
     * The server refused to make a database.
     *
     * @param database the name it would have had
     * @param reason the server's words
     * @return what to say
     */
    public static Problem databaseNotCreated(String database, String reason) {
        return new Problem(
                "Database " + database + " could not be created: " + reason,
                "Look whether the server still runs and has space left (a full disk or tmpfs, too many connections);"
                        + " fewer clones at once need less: -Dtest-hygiene.parallel=1.");
    }

    /**
     * The server refused to drop databases.
     *
     * @param reasons the server's words, by the database's name; at least one
     * @return what to say, which names all of them
     */
    public static Problem databasesNotDropped(Map<String, String> reasons) {
        String subject = reasons.size() == 1 ? "Database " : reasons.size() + " databases could not be dropped: ";
        String named = reasons.entrySet().stream()
                .map(each -> reasons.size() == 1
                        ? each.getKey() + " could not be dropped: " + each.getValue()
                        : each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining("; "));
        return new Problem(
                subject + named,
                "The next build tries again, and so does mvn test-hygiene:clean. By hand: "
                        + reasons.keySet().stream()
                                .map(name -> "DROP DATABASE " + name + " WITH (FORCE)")
                                .collect(Collectors.joining("; "))
                        + ".");
    }

    /**
     * The server refused to note that a database is to stay.
     *
     * @param database its name
     * @param reason the server's words
     * @return what to say
     */
    public static Problem databaseNotKept(String database, String reason) {
        return new Problem(
                "Database " + database + " cannot be kept: " + reason,
                "Look whether the server still runs and the role still owns the database, and run mvn test-hygiene:replay"
                        + " again.");
    }

    /**
     * The server refused to end sessions.
     *
     * @param database where they are connected
     * @param reason the server's words
     * @return what to say
     */
    public static Problem sessionsNotEnded(String database, String reason) {
        return new Problem(
                "The sessions of database " + database + " could not be ended: " + reason,
                "Look with psql whether the server still runs, and whether the role may end its own sessions (pg_terminate_backend).");
    }

    /**
     * The init scripts could not begin.
     *
     * @param database where they should have run
     * @param reason the server's words
     * @return what to say
     */
    public static Problem scriptsNotRun(String database, String reason) {
        return new Problem(
                "The <initScripts> could not be run on database " + database + ": " + reason,
                "Look whether the server still runs; without scripts the build works with an empty <initScripts>.");
    }

    /**
     * An init script cannot be read.
     *
     * @param script the file
     * @param reason why
     * @return what to say
     */
    public static Problem scriptUnreadable(Path script, String reason) {
        return new Problem(
                "The init script " + script + " cannot be read as UTF-8 text: " + reason,
                "Correct the path in <initScripts> (-Dtest-hygiene.initScripts); it is relative to the module's folder.");
    }

    /**
     * A statement of an init script failed.
     *
     * @param script the file
     * @param line where the statement begins, from 1
     * @param statement its first line
     * @param reason the server's words
     * @return what to say
     */
    public static Problem scriptFailed(Path script, int line, String statement, String reason) {
        return new Problem(
                "The init script " + script + " failed in line " + line + " (" + statement + "): " + reason,
                "Correct the statement. The scripts run in the order of <initScripts>, before migrations and tests.");
    }

    /**
     * An init script holds what only psql understands.
     *
     * @param script the file
     * @param line where it stands, from 1
     * @param statement its first line
     * @return what to say
     */
    public static Problem psqlCommandInScript(Path script, int line, String statement) {
        return new Problem(
                "The init script " + script + " uses a command of psql in line " + line + " (" + statement
                        + "); scripts here are plain SQL.",
                "Write it as SQL: INSERT instead of COPY ... FROM STDIN (pg_dump --inserts makes such a file), and remove"
                        + " lines that begin with a backslash.");
    }
}
