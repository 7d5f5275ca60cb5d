package io.github.testhygiene.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailsafeSummaryTest {

    @TempDir
    Path target;

    @Test
    void withoutASummaryNoTestRan() {
        assertThat(FailsafeSummary.tests(target)).isZero();
    }

    @Test
    void theSummaryTellsHowManyTestsRan() throws IOException {
        write("<failsafe-summary result=\"255\"><completed>42</completed><errors>1</errors></failsafe-summary>");

        assertThat(FailsafeSummary.tests(target)).isEqualTo(42);
    }

    @Test
    void aSummaryThatCannotBeReadTellsNothing() throws IOException {
        write("<completed>many</completed>");

        assertThat(FailsafeSummary.tests(target)).isZero();
    }

    private void write(String summary) throws IOException {
        Path folder = Files.createDirectories(target.resolve("failsafe-reports"));
        Files.writeString(folder.resolve("failsafe-summary.xml"), summary);
    }
}
