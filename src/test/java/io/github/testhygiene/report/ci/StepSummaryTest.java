package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    @TempDir
    Path temp;

    @Test
    void eachModuleIsAddedBelowWhatIsThere() throws IOException {
        Path file = Files.writeString(temp.resolve("summary"), "before");

        assertThat(StepSummary.append(file.toString(), "## a ✅\n")).isEmpty();
        assertThat(StepSummary.append(file.toString(), "## b\n")).isEmpty();

        assertThat(file).hasContent("before\n## a ✅\n\n## b\n");
    }

    @Test
    void aFileThatIsMissingIsMade() {
        Path file = temp.resolve("summary");

        assertThat(StepSummary.append(file.toString(), "## a\n")).isEmpty();
        assertThat(file).hasContent("\n## a\n");
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() {
        assertThat(StepSummary.append(temp.toString(), "## a\n"))
                .hasValueSatisfying(why -> assertThat(why).contains("could not be added to " + temp));
        assertThat(StepSummary.append("\u0000", "## a\n")).isPresent();
    }

    @Test
    void moreThanGitHubShowsIsNotAdded() throws IOException {
        Path file = Files.writeString(temp.resolve("summary"), "x".repeat((int) StepSummary.MAX_BYTES - 5));

        assertThat(StepSummary.append(file.toString(), "## a\n"))
                .hasValueSatisfying(why -> assertThat(why).contains("1048577 bytes", "at most 1048576"));
        assertThat(Files.size(file)).isEqualTo(StepSummary.MAX_BYTES - 5);
    }
}
