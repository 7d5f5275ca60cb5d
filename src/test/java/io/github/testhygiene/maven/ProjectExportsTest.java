package io.github.testhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectExportsTest {

    private static final DatabaseCoordinates DATABASE =
            new DatabaseCoordinates("localhost", 54321, "th_1", "shop", "s3cret", "ssl=false");
    private static final String URL = "jdbc:postgresql://localhost:54321/th_1?ssl=false";

    @Test
    void everyModuleGetsOurOwnNames() {
        ProjectExports exports = ProjectExports.of(DATABASE, List.of(), Map.of());

        assertThat(exports.always())
                .containsOnly(
                        Map.entry("test-hygiene.jdbc.url", URL),
                        Map.entry("test-hygiene.jdbc.username", "shop"),
                        Map.entry("test-hygiene.jdbc.password", "s3cret"),
                        Map.entry("test-hygiene.jdbc.host", "localhost"),
                        Map.entry("test-hygiene.jdbc.port", "54321"),
                        Map.entry("test-hygiene.jdbc.database", "th_1"));
        assertThat(exports.defaults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.springframework.boot, spring-boot, spring.datasource.url, spring.datasource.username",
        "io.quarkus, quarkus-core, quarkus.datasource.jdbc.url, quarkus.datasource.username",
        "io.micronaut, micronaut-inject, datasources.default.url, datasources.default.username"
    })
    void aFrameworkOnTheClassPathGetsTheNamesThatItReads(
            String group, String artifact, String urlName, String usernameName) {
        ProjectExports exports = ProjectExports.of(DATABASE, List.of(artifact(group, artifact)), Map.of());

        assertThat(exports.defaults())
                .hasSize(3)
                .containsEntry(urlName, URL)
                .containsEntry(usernameName, "shop")
                .containsValue("s3cret");
    }

    @Test
    void anArtifactOfAnotherGroupIsNoFramework() {
        assertThat(ProjectExports.of(DATABASE, List.of(artifact("com.example", "spring-boot")), Map.of())
                        .defaults())
                .isEmpty();
    }

    @Test
    void theUsersTemplatesAreFilledAndReplaceWhatWeWouldExport() {
        ProjectExports exports = ProjectExports.of(
                DATABASE,
                List.of(artifact("org.springframework.boot", "spring-boot")),
                Map.of(
                        "db.url", "{jdbcUrl}",
                        "db.place", "{host}:{port}/{database} as {username}/{password}",
                        "spring.datasource.url", "{jdbcUrl}&ApplicationName=it",
                        "test-hygiene.jdbc.port", "none"));

        assertThat(exports.always())
                .containsEntry("db.url", URL)
                .containsEntry("db.place", "localhost:54321/th_1 as shop/s3cret")
                .containsEntry("spring.datasource.url", URL + "&ApplicationName=it")
                .containsEntry("test-hygiene.jdbc.port", "none");
        assertThat(exports.defaults())
                .doesNotContainKey("spring.datasource.url")
                .hasSize(2);
    }

    @Test
    void aPasswordMayLookLikeATemplate() {
        DatabaseCoordinates odd = new DatabaseCoordinates("localhost", 1, "th_1", "{password}", "$1{host}\\", "");

        assertThat(ProjectExports.of(odd, List.of(), Map.of("login", "{username} {password} {unknown}"))
                        .always())
                .containsEntry("login", "{password} $1{host}\\ {unknown}");
    }

    @Test
    void theNamesAreToldAndTheValuesAreNot() {
        String names = ProjectExports.of(
                        DATABASE,
                        List.of(artifact("org.springframework.boot", "spring-boot")),
                        Map.of("a.password", "{password}"))
                .names();

        assertThat(names)
                .startsWith("a.password, spring.datasource.password, ")
                .endsWith("test-hygiene.jdbc.url, test-hygiene.jdbc.username")
                .doesNotContain("s3cret");
    }

    private static Artifact artifact(String group, String artifact) {
        return new DefaultArtifact(group, artifact, "1.0", "test", "jar", null, new DefaultArtifactHandler("jar"));
    }
}
