package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckSettingsTest {

    @Test
    void byDefaultSomeProcessorsAreLeftToOthers() {
        assertThat(CheckSettings.defaultParallel()).isBetween(1, 8);
    }

    @Test
    void theSeedOfTheDayIsADate() {
        assertThat(CheckSettings.seedOfTheDay().toString()).matches("\\d{4}[01]\\d[0-3]\\d");
    }
}
