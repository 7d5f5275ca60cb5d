package io.github.testhygiene.postgres.server;

import io.github.testhygiene.advice.ServerAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/** Reads a PostgreSQL URL as the driver does, and keeps its parameters as they are written. */
public final class JdbcUrl {

    private static final int HIGHEST_PORT = 65_535;

    private JdbcUrl() {}

    /**
     * Reads where a login leads to.
     *
     * @param login a JDBC URL with a role and its password
     * @return the place of the database that the URL names
     * @throws ProblemException if that is no URL of a PostgreSQL
     */
    public static DatabaseCoordinates coordinates(ExternalLogin login) {
        String url = login.jdbcUrl().strip();
        Properties defaults = new Properties();
        defaults.setProperty("user", login.username());
        Properties parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, defaults) : null;
        if (parsed == null) {
            throw unreadable(login);
        }
        // The login of the settings wins; the driver itself would prefer the URL's.
        String username = login.username().isEmpty() ? parsed.getProperty("user", "") : login.username();
        String password = login.password().isEmpty() ? parsed.getProperty("password", "") : login.password();
        String host = parsed.getProperty("PGHOST", "localhost");
        String database = parsed.getProperty("PGDBNAME", username);
        return new DatabaseCoordinates(
                host,
                port(login, parsed),
                database.isEmpty() ? "postgres" : database,
                username,
                password,
                parameters(url));
    }

    private static int port(ExternalLogin login, Properties parsed) {
        try {
            // Several hosts have several ports, which is no number; a template is taken on one server.
            int port = Integer.parseInt(parsed.getProperty("PGPORT", "5432"));
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new ProblemException(ServerAdvice.unreadableUrl(login.shownUrl()), e);
        }
        throw unreadable(login);
    }

    private static ProblemException unreadable(ExternalLogin login) {
        return new ProblemException(ServerAdvice.unreadableUrl(login.shownUrl()));
    }

    /** All but the login, which has a place of its own and must not be shown with the URL. */
    private static String parameters(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return "";
        }
        return Arrays.stream(url.substring(mark + 1).split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isLogin(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean isLogin(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        return name.startsWith("user=") || name.startsWith("password=");
    }
}
