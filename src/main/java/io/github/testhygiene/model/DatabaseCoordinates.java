package io.github.testhygiene.model;

import java.util.Objects;

/**
 * Where one database is, and who may log in.
 *
 * @param host a host name or an address
 * @param port 1 to 65535
 * @param database the database's name
 * @param username the role
 * @param password its password; may be empty
 * @param parameters what follows the {@code ?} in the JDBC URL; empty if nothing does
 */
public record DatabaseCoordinates(
        String host, int port, String database, String username, String password, String parameters) {

    /** Checks the port's range. */
    public DatabaseCoordinates {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(parameters, "parameters");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * The URL with which JDBC connects.
     *
     * @return without user name and password
     */
    public String jdbcUrl() {
        String shownHost = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        String url = "jdbc:postgresql://" + shownHost + ":" + port + "/" + database;
        return parameters.isEmpty() ? url : url + "?" + parameters;
    }

    /**
     * Another database of the same server.
     *
     * @param name the other database's name
     * @return everything else as here
     */
    public DatabaseCoordinates withDatabase(String name) {
        return new DatabaseCoordinates(host, port, name, username, password, parameters);
    }

    /**
     * The URL as it may be shown.
     *
     * @return {@link #jdbcUrl()} with {@value Secrets#MASK} for parameters whose names suggest a secret, such as {@code sslpassword}
     */
    public String shownUrl() {
        String url = jdbcUrl();
        return url.substring(0, url.length() - parameters.length()) + SecretNames.maskParameters(parameters);
    }

    /** Shows where, and no secret. */
    @Override
    public String toString() {
        return shownUrl() + " as " + username;
    }
}
