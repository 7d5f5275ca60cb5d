package io.github.testhygiene.replay;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.SampleSettings;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.plan.Experiment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayHandoverTest {

    private final ReplayHandover board = new ReplayHandover();

    @Test
    void aModuleThatKnowsItIsEnough() {
        board.unknown("a", List.of());
        board.known(
                "b",
                new ReplayHandover.Plan(
                        new ReplayScenario(
                                "it",
                                List.of(test("shop.OrderIT", "a").id()),
                                null,
                                Experiment.NONE,
                                new ReplayExpectation.AllPass()),
                        SampleSettings.of(null, 2)));

        assertThat(board.done("a", 2, "x")).isEmpty();
        assertThat(board.done("b", 2, "x")).isEmpty();
        assertThat(board.plan("a")).isEmpty();
        assertThat(board.plan("b")).isPresent();
        assertThat(board.reason("a")).isEqualTo("what is to be replayed stands in no report of this module");
    }

    @Test
    void onlyTheLastModuleSaysThatNobodyKnowsIt() {
        board.unknown("a", List.of("shop.OrderIT#counts"));
        board.noReport("b", Path.of("b/report.json"));

        assertThat(board.done("a", 2, "count")).isEmpty();
        assertThat(board.done("b", 2, "count"))
                .map(Problem::what)
                .hasValue("The report knows nothing called 'count'; it knows shop.OrderIT#counts.");
    }

    @Test
    void withoutAnyReportItsPlaceIsNamed() {
        board.noReport("a", Path.of("report.json"));

        assertThat(board.done("a", 1, "count"))
                .map(Problem::what)
                .hasValue("There is no report in report.json, which says what there is to replay.");
    }

    @Test
    void whereNothingIsRecordedTheGoalThatIsMissingIsNamed() {
        assertThat(board.reason("a")).isEqualTo("the goal provision did not run in this module");
        assertThat(board.done("a", 1, "count"))
                .map(Problem::fix)
                .get()
                .asString()
                .contains("<goal>provision</goal>");
    }
}
