package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {

    @Test
    void allPartsAreRead() {
        DatabaseCoordinates read =
                coordinates("jdbc:postgresql://db.example:6543/main?sslmode=require&tcpKeepAlive=true");

        assertThat(read)
                .isEqualTo(new DatabaseCoordinates(
                        "db.example", 6543, "main", "me", "secret", "sslmode=require&tcpKeepAlive=true"));
        assertThat(read.withDatabase("other").jdbcUrl())
                .isEqualTo("jdbc:postgresql://db.example:6543/other?sslmode=require&tcpKeepAlive=true");
    }

    @Test
    void whatIsLeftOutHasTheDriversDefaults() {
        assertThat(coordinates("jdbc:postgresql:main"))
                .isEqualTo(new DatabaseCoordinates("localhost", 5432, "main", "me", "secret", ""));
        assertThat(coordinates("jdbc:postgresql://host/").database()).isEqualTo("me");
    }

    @Test
    void aLoginInTheUrlIsUsedAndNotKeptThere() {
        ExternalLogin login =
                new ExternalLogin("jdbc:postgresql://host/main?user=you&sslmode=disable&password=hidden", "", "");

        assertThat(JdbcUrl.coordinates(login))
                .isEqualTo(new DatabaseCoordinates("host", 5432, "main", "you", "hidden", "sslmode=disable"));
        assertThat(login.toString()).doesNotContain("hidden");
    }

    @Test
    void anAddressInBracketsIsRead() {
        assertThat(coordinates("jdbc:postgresql://[::1]:5433/main").jdbcUrl())
                .isEqualTo("jdbc:postgresql://[::1]:5433/main");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "postgres://host/main",
                "jdbc:mysql://host/main",
                "jdbc:postgresql://host:port/main",
                "jdbc:postgresql://host:99999/main",
                "jdbc:postgresql://one,two/main"
            })
    void anotherUrlIsRefused(String url) {
        assertThatThrownBy(() -> coordinates(url))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'" + url + "'")
                .hasMessageContaining("-Dtest-hygiene.jdbcUrl");
    }

    private static DatabaseCoordinates coordinates(String url) {
        return JdbcUrl.coordinates(new ExternalLogin(url, "me", "secret"));
    }
}
