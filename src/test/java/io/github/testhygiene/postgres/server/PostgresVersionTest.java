package io.github.testhygiene.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresVersionTest {

    @ParameterizedTest
    @CsvSource({"18, 18.6.0", "17, 17.11.0", "16, 16.15.0", "15, 15.19.0", "14, 14.24.0", "18.6, 18.6.0", "17.9, 17.9.0"
    })
    void aWantedVersionHasBinaries(String wanted, String binaries) {
        assertThat(PostgresVersion.parse(wanted).binaries()).isEqualTo(binaries);
    }

    @Test
    void theNewestIsTheDefault() {
        assertThat(PostgresVersion.parse(null).image()).isEqualTo("postgres:18");
        assertThat(PostgresVersion.parse(" ").binaries()).startsWith("18.");
    }

    @Test
    void theImageHasTheWantedVersion() {
        assertThat(PostgresVersion.parse("17.9").image()).isEqualTo("postgres:17.9");
    }

    @Test
    void anUnknownMajorVersionIsAnsweredWithTheKnownOnes() {
        PostgresVersion future = PostgresVersion.parse("42");

        assertThatThrownBy(future::binaries)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("PostgreSQL 42")
                .hasMessageContaining("14, 15, 16, 17, 18");
    }

    @Test
    void aVersionThatIsTooOldIsRefused() {
        assertThatThrownBy(() -> PostgresVersion.parse("13.2"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("13.2")
                .hasMessageContaining("14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "18-alpine", "-1", "18.6.0"})
    void somethingElseIsRefused(String wanted) {
        assertThatThrownBy(() -> PostgresVersion.parse(wanted))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(wanted)
                .hasMessageContaining("test-hygiene.postgresVersion");
    }
}
