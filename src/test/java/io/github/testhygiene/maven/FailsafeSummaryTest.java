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

    /** As failsafe 3.5.4 writes it where the JVM ended while tests were being found. */
    @Test
    void aRunThatEndedEarlySaysWhy() throws IOException {
        write("<failsafe-summary result=\"254\" timeout=\"false\"><completed>0</completed><errors>0</errors>"
                + "<failureMessage>org.apache.maven.surefire.booter.SurefireBooterForkException: ExecutionException The"
                + " forked VM terminated without properly saying goodbye. VM crash or System.exit called?\nCommand was"
                + " /bin/sh -c cd &apos;/tmp&apos;</failureMessage></failsafe-summary>");

        assertThat(FailsafeSummary.failure(target))
                .contains("The forked VM terminated without properly saying goodbye. VM crash or System.exit called?");
    }

    @Test
    void aRunThatCameToItsEndHasNoFailure() throws IOException {
        write("<failsafe-summary result=\"255\"><completed>42</completed><failureMessage xsi:nil=\"true\"/>"
                + "</failsafe-summary>");

        assertThat(FailsafeSummary.failure(target)).isEmpty();
        assertThat(FailsafeSummary.failure(target.resolve("nowhere"))).isEmpty();
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
