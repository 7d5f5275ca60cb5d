package io.github.testhygiene.postgres.server;

import io.github.testhygiene.model.SecretNames;

/**
 * How to reach the user's own server.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database?parameters}
 * @param username the role; empty if the URL's parameters name it
 * @param password its password; empty if there is none, or if the URL's parameters hold it
 */
public record ExternalLogin(String jdbcUrl, String username, String password) {

    /** The URL without a password. */
    String shownUrl() {
        return SecretNames.maskParameters(jdbcUrl);
    }

    /** Tells where, and not the password. */
    @Override
    public String toString() {
        return shownUrl() + " as " + username;
    }
}
