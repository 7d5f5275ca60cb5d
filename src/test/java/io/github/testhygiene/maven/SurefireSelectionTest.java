package io.github.testhygiene.maven;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.RecordedTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurefireSelectionTest {

    private static final List<RecordedTest> TESTS = List.of(
            test("shop.OrderIT", "counts"),
            test("shop.OrderIT", "pays"),
            test("shop.OrderIT$Paid", "ships"),
            test("shop.CartIT", "counts"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OrderIT                     | OrderIT.counts OrderIT.pays OrderIT.Paid.ships",
                "shop.OrderIT                | OrderIT.counts OrderIT.pays OrderIT.Paid.ships",
                "OrderIT#counts              | OrderIT.counts",
                "OrderIT#counts+pays         | OrderIT.counts OrderIT.pays",
                "OrderIT#c*                  | OrderIT.counts",
                "*#counts                    | OrderIT.counts CartIT.counts",
                "C*IT                        | CartIT.counts",
                "OrderIT#pays, CartIT        | OrderIT.pays CartIT.counts",
                "*IT, !CartIT                | OrderIT.counts OrderIT.pays OrderIT.Paid.ships",
                "!CartIT                     | OrderIT.counts OrderIT.pays OrderIT.Paid.ships",
                "!OrderIT                    | CartIT.counts",
                "!OrderIT#pays               | OrderIT.counts OrderIT.Paid.ships CartIT.counts",
                "OrderIT$Paid                | OrderIT.Paid.ships",
                "shop.OrderIT$Paid#ships     | OrderIT.Paid.ships",
                "%regex[.*Cart.*]            | CartIT.counts",
                "%regex[.*IT.*#co.*]         | OrderIT.counts CartIT.counts",
                "NoSuchIT                    | ''"
            })
    void aPatternSelectsWhatFailsafeWouldRun(String pattern, String names) {
        assertThat(TESTS.stream().filter(new SurefireSelection(pattern)).map(RecordedTest::shortName))
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }
}
