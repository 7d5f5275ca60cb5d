package io.github.testhygiene.postgres.database;

import io.github.testhygiene.advice.DatabaseAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.server.Connections;
import io.github.testhygiene.sql.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs SQL files, statement by statement, so that an error can name its place. */
public final class InitScripts {

    private InitScripts() {}

    /**
     * Runs scripts in order, each statement in a transaction of its own unless the script opens one.
     *
     * @param database where to run them
     * @param scripts SQL files in UTF-8, without psql's backslash commands
     * @throws ProblemException naming file and line of the first error
     */
    public static void run(DatabaseCoordinates database, List<Path> scripts) {
        if (scripts.isEmpty()) {
            return;
        }
        try (Connection connection = Connections.openFor(verbatim(database), Connections.LONG_ANSWER);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Path script : scripts) {
                run(statement, script);
            }
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseAdvice.scriptsNotRun(database.database(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Lets the driver send text as it stands: to it a question mark is an operator, and braces are text. */
    private static DatabaseCoordinates verbatim(DatabaseCoordinates database) {
        String mode = "preferQueryMode=simple";
        return new DatabaseCoordinates(
                database.host(),
                database.port(),
                database.database(),
                database.username(),
                database.password(),
                database.parameters().isEmpty() ? mode : database.parameters() + "&" + mode);
    }

    private static void run(Statement statement, Path script) {
        for (SqlScript.Command command : SqlScript.split(read(script))) {
            if (command.psqlOnly()) {
                throw new ProblemException(
                        DatabaseAdvice.psqlCommandInScript(script, command.line(), command.firstLine()));
            }
            try {
                statement.execute(command.sql());
            } catch (SQLException e) {
                throw new ProblemException(
                        DatabaseAdvice.scriptFailed(
                                script, command.line(), command.firstLine(), String.valueOf(e.getMessage())),
                        e);
            }
        }
    }

    private static String read(Path script) {
        try {
            String text = Files.readString(script);
            // Editors on Windows put a byte order mark first.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new ProblemException(DatabaseAdvice.scriptUnreadable(script, e.toString()), e);
        }
    }
}
