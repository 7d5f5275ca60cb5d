package io.github.testhygiene.report.chart;

import static io.github.testhygiene.report.chart.ChartReports.report;
import static io.github.testhygiene.report.chart.ChartReports.slow;
import static io.github.testhygiene.report.chart.ChartReports.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.HygieneReport.Suite;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.TestEntry;
import io.github.testhygiene.model.VerdictKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TimeChartTest {

    private static final Pattern POINT = Pattern.compile("[ML](-?\\d+) (-?\\d+)");

    @Property(tries = 200)
    void everyPointIsInThePicture(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> medians,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long budget) {
        List<TestEntry> tests = new ArrayList<>();
        medians.forEach(median -> tests.add(test(tests.size(), median, VerdictKind.ISOLATED)));
        TimeChart chart = TimeChart.of(report(new Suite(tests.size(), 1, budget, true), tests, List.of()));

        chart.marks().forEach(marks -> assertInside(marks.path()));
        assertInside(chart.sum().path());
        assertThat(chart.marks().stream().mapToInt(CauseMarks::tests).sum()).isEqualTo(tests.size());
        assertThat(Math.abs(chart.sum().budgetTextY() - chart.sum().totalTextY()))
                .isGreaterThanOrEqualTo(34);
    }

    private static void assertInside(String path) {
        Matcher point = POINT.matcher(path);
        while (point.find()) {
            assertThat(Integer.parseInt(point.group(1))).isBetween(TimeChart.LEFT - 6, TimeChart.RIGHT + 6);
            assertThat(Integer.parseInt(point.group(2))).isBetween(TimeChart.TOP - 6, TimeChart.BOTTOM + 6);
        }
    }

    @Example
    void theFirstCauseIsTheMark() {
        List<TestEntry> tests = List.of(
                slow(1, 900, SlowCause.Kind.SCHEMA),
                test(2, 800, VerdictKind.ISOLATED),
                test(3, 80, VerdictKind.ISOLATED));
        TimeChart chart = TimeChart.of(report(tests));

        assertThat(chart.marks())
                .extracting(CauseMarks::shape)
                .containsExactly(CauseShape.FAST, CauseShape.SCHEMA, CauseShape.UNKNOWN);
        assertThat(chart.texts()).isEqualTo(new TimeChart.Texts(3, "800 ms", "900 ms", 2));
        assertThat(chart.sum().total()).isEqualTo("1.78 s");
    }

    @Example
    void anOutlineIsSharedByTwoAtMostOneFilledAndOneNot() {
        assertThat(Arrays.stream(CauseShape.values()).map(CauseShape::style)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(SlowCause.Kind.values()).map(CauseShape::of)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(CauseShape.values())
                        .collect(Collectors.groupingBy(shape -> shape.at(8, 8), Collectors.counting()))
                        .values())
                .allMatch(count -> count <= 2);
    }

    @Example
    void theBandIsTheSuitesOwnOrNone() {
        List<TestEntry> odd = List.of(test(1, 700, VerdictKind.ISOLATED));
        List<TestEntry> usual = List.of(test(1, 80, VerdictKind.ISOLATED));

        assertThat(TimeChart.of(report(usual)).band().text()).isEqualTo("50 ms to 500 ms");
        assertThat(TimeChart.of(report(new Suite(1, 1, 1, true, 20L, 1_000L), odd, List.of()))
                        .band()
                        .text())
                .isEqualTo("20 ms to 1 s");
        TestEntry within = new TestEntry(
                ChartReports.id(1),
                "shop.AIT",
                "m",
                "m",
                VerdictKind.ISOLATED,
                null,
                odd.get(0).evidence(),
                null,
                null,
                odd.get(0).durations(),
                Budget.WITHIN,
                "mvn verify");
        assertThat(TimeChart.of(report(List.of(within))).band()).isNull();
    }

    @Example
    void tenThousandTestsStaySmall() {
        Random random = new Random(20261122);
        SlowCause.Kind[] kinds = SlowCause.Kind.values();
        List<TestEntry> tests = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            tests.add(slow(i, 1 + random.nextInt(100_000), kinds[i % kinds.length]));
        }
        TimeChart chart = TimeChart.of(report(tests));

        int bytes = chart.sum().path().length()
                + chart.marks().stream()
                        .mapToInt(marks -> marks.path().length())
                        .sum();
        assertThat(bytes).isLessThan(250_000);
    }
}
