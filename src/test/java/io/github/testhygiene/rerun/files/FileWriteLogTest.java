package io.github.testhygiene.rerun.files;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TestId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileWriteLogTest {

    private static final TestId EXPORT = test("shop.ExportIT", "writes").id();
    private static final TestId IMPORT = test("shop.ImportIT", "reads").id();
    private static final Set<TestId> BOTH = Set.of(EXPORT, IMPORT);

    private final FileWriteLog sightings = new FileWriteLog();

    @Test
    void oneRunProvesNothing() {
        run(Set.of(EXPORT), "target/orders.csv");

        assertThat(sightings.isFromTests("target/orders.csv")).isFalse();
        assertThat(sightings.isFromTests("target/unknown.csv")).isFalse();
    }

    @Test
    void twoRunsProveThatAFileComesFromTestsWhateverItsRandomPart() {
        run(BOTH, "target/orders-12345.csv");
        run(Set.of(EXPORT), "target/orders-67890.csv");

        assertThat(sightings.isFromTests("target/orders-55555.csv")).isTrue();
        assertThat(sightings.isFromTests("target/orders-1.csv")).isFalse();
    }

    @Test
    void nothingIsProvenOfWhatOthersWrite() {
        run(BOTH, "target/a/1", "target/a/own");
        run(Set.of(EXPORT), "target/a/1", "target/a/own");
        sightings.whileNothingRan(List.of("target/a/1"));

        assertThat(sightings.isFromTests("target/a/1")).isFalse();
        assertThat(sightings.isFromTests("target/a/own")).isTrue();

        sightings.whileNothingRan(List.of("target/a/2", "target/a/3"));

        assertThat(sightings.isFromTests("target/a/own")).isFalse();
    }

    @Test
    void theWriterIsTheTestEachOfWhoseRunsWroteIt() {
        run(BOTH, "exports/orders.csv");
        run(Set.of(EXPORT), "exports/orders.csv");
        assertThat(sightings.writer("exports/orders.csv")).contains(EXPORT);

        run(Set.of(EXPORT));
        assertThat(sightings.writer("exports/orders.csv")).isEmpty();
    }

    @Test
    void aFileThatChangedWhileTheTestDidNotRunIsNotTheTests() {
        run(Set.of(EXPORT), "exports/orders.csv");
        run(Set.of(EXPORT), "exports/orders.csv");
        run(Set.of(IMPORT), "exports/orders.csv");

        assertThat(sightings.writer("exports/orders.csv")).isEmpty();
    }

    private void run(Set<TestId> tests, String... names) {
        sightings.whileTestsRan(List.of(names), tests);
        sightings.runEnded(List.of(names), tests);
    }
}
