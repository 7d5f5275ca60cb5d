package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.server.ExternalLogin;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Finds user name and password of an external server, in the POM or in {@code settings.xml}.
 *
 * @param session the build
 * @param decrypter for encrypted passwords
 */
record ExternalCredentials(MavenSession session, SettingsDecrypter decrypter) {

    ExternalLogin login(
            @Nullable String jdbcUrl, @Nullable String username, @Nullable String password, @Nullable String serverId) {
        String url = jdbcUrl == null ? "" : jdbcUrl;
        if (serverId == null || serverId.isBlank()) {
            return new ExternalLogin(url, orEmpty(username), orEmpty(password));
        }
        Server server = session.getSettings().getServer(serverId);
        if (server == null) {
            throw new ProblemException(SettingsAdvice.unknownServerId(serverId));
        }
        Server decrypted =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        return new ExternalLogin(
                url,
                username == null || username.isBlank() ? orEmpty(decrypted.getUsername()) : username,
                password == null || password.isBlank() ? orEmpty(decrypted.getPassword()) : password);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
