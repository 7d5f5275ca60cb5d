package io.github.testhygiene.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.DatabaseEvidence;
import io.github.testhygiene.model.FixtureEvidence;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.SlowCause.Kind;
import io.github.testhygiene.model.SpanEvidence;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import io.github.testhygiene.model.TestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever was measured, what is told of it is true and worth telling. */
class SlowCausesPropertiesTest {

    private static final String TABLE = "public.event";
    private static final double ROUNDING = 0.5;
    private static final Pattern SHARE = Pattern.compile("([0-9.]+) (ms|s) of ([0-9.]+) (ms|s)");

    /** Everything that causes are made from. */
    private record Measured(List<RecordedTest> tests, List<Execution> executions, DatabaseEvidence database) {

        SlowCauses causes() {
            return SlowSamples.causes(executions, database);
        }

        List<Execution> of(RecordedTest test) {
            return executions.stream()
                    .filter(each -> each.id().equals(test.id()))
                    .toList();
        }

        double reference(RecordedTest test) {
            return of(test).stream()
                    .filter(each -> each.kind() == RunKind.REFERENCE)
                    .findFirst()
                    .orElseThrow()
                    .millis();
        }

        double together() {
            return tests.stream().mapToDouble(this::reference).sum()
                    + database.fixtures().stream()
                            .mapToDouble(each -> Medians.millis(each.duration()))
                            .sum();
        }
    }

    @Provide
    Arbitrary<Measured> measured() {
        return Arbitraries.randomValue(SlowCausesPropertiesTest::measured);
    }

    private static Measured measured(Random random) {
        List<RecordedTest> tests = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> SampleTests.test("shop.C" + i % 3, "m" + i))
                .toList();
        Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
        tests.forEach(test -> spans.put(test.id(), span(random)));
        List<FixtureEvidence> fixtures = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new FixtureEvidence("shop.C" + i, time(random), span(random)))
                .toList();
        List<Execution> executions = new ArrayList<>();
        for (int run = 0; run < 1 + random.nextInt(8); run++) {
            List<RecordedTest> order = new ArrayList<>(tests);
            Collections.shuffle(order, random);
            for (int place = 0; place < order.size(); place++) {
                RecordedTest test = order.get(place);
                Duration duration = time(random);
                executions.add(new Execution(
                        test.id(),
                        test.className(),
                        run == 0 ? RunKind.REFERENCE : RunKind.SHUFFLED,
                        duration,
                        run == 0 || random.nextBoolean()
                                ? null
                                : duration.multipliedBy(random.nextInt(3)).dividedBy(2),
                        place == 0,
                        place == 0 || random.nextInt(3) == 0,
                        order.subList(0, place).stream().map(RecordedTest::id).toList()));
            }
        }
        return new Measured(tests, executions, new DatabaseEvidence(null, null, spans, fixtures));
    }

    /** Often about as long as the least that is told, often much longer. */
    private static Duration time(Random random) {
        return SlowSamples.duration(random.nextDouble() * (random.nextBoolean() ? 50 : 5_000));
    }

    private static SpanEvidence span(Random random) {
        double ddlMillis = Medians.millis(time(random)) * random.nextInt(2);
        double millis = ddlMillis + Medians.millis(time(random));
        SqlUse sql = random.nextInt(5) == 0
                ? null
                : SlowSamples.sql(random.nextInt(100), millis, random.nextInt(4), ddlMillis, random.nextInt(12));
        TableChange change = new TableChange(
                TABLE, random.nextInt(1_000), 0, random.nextInt(500), false, null, null, List.of(), false, false);
        return new SpanEvidence(sql, List.of(change), OtherTraces.NONE, Set.of(TABLE), Set.of(TABLE), null);
    }

    @Property(tries = 300)
    void aCauseExplainsATenthAndTwentyMillisecondsAtLeastAndNeverMoreThanTheTime(
            @ForAll("measured") Measured measured) {
        SlowCauses causes = measured.causes();
        for (RecordedTest test : measured.tests()) {
            double reference = measured.reference(test);
            for (SlowCause cause : causes.ofTest(SlowSamples.over(test))) {
                if (cause.millis() == null) {
                    continue;
                }
                double total = Set.of(Kind.TEST_FIXTURE, Kind.ROWS_ACCUMULATED).contains(cause.kind())
                        ? longest(measured.of(test))
                        : reference;
                assertThat((double) cause.millis()).isBetween(20 - ROUNDING, total + ROUNDING);
                assertThat((double) cause.millis()).isGreaterThanOrEqualTo(reference / 10 - ROUNDING);
            }
        }
    }

    /** In numbers and in words, for tests and for the suite. */
    @Property(tries = 300)
    void noPartExceedsItsWhole(
            @ForAll("measured") Measured measured, @ForAll @LongRange(min = 0, max = 20_000) long millis) {
        SlowCauses causes = measured.causes();
        List<SlowCause> all = new ArrayList<>(causes.ofSuite(SlowSamples.suite(6, millis, false)));
        measured.tests().forEach(test -> all.addAll(causes.ofTest(SlowSamples.over(test))));
        for (SlowCause cause : all) {
            assertThat(cause.millis() == null).isEqualTo(cause.ofMillis() == null);
            if (cause.millis() != null) {
                assertThat(cause.millis()).isLessThanOrEqualTo(cause.ofMillis());
            }
            Matcher shares = SHARE.matcher(cause.message());
            while (shares.find()) {
                assertThat(millis(shares.group(1), shares.group(2)))
                        .as(cause.message())
                        .isLessThanOrEqualTo(millis(shares.group(3), shares.group(4)));
            }
        }
    }

    private static double millis(String number, String unit) {
        return Double.parseDouble(number) * (unit.equals("s") ? 1_000 : 1);
    }

    private static double longest(List<Execution> executions) {
        return executions.stream().mapToDouble(Execution::millis).max().orElseThrow();
    }

    @Property(tries = 300)
    void serverSchemaAndClientShareOneTime(@ForAll("measured") Measured measured) {
        Set<Kind> parts = EnumSet.of(Kind.SERVER, Kind.SCHEMA, Kind.CLIENT);
        SlowCauses causes = measured.causes();
        for (RecordedTest test : measured.tests()) {
            long sum = causes.ofTest(SlowSamples.over(test)).stream()
                    .filter(cause -> parts.contains(cause.kind()))
                    .mapToLong(cause -> cause.millis() == null ? 0 : cause.millis())
                    .sum();
            assertThat((double) sum).isLessThanOrEqualTo(measured.reference(test) + 3 * ROUNDING);
        }
    }

    @Property(tries = 300)
    void theSuitesCausesExplainATenthAtLeastAndNeverMoreThanItsTime(
            @ForAll("measured") Measured measured, @ForAll @LongRange(min = 0, max = 20_000) long millis) {
        double total = Math.max(millis, measured.together());
        for (SlowCause cause : measured.causes().ofSuite(SlowSamples.suite(6, millis, true))) {
            if (cause.millis() != null) {
                assertThat((double) cause.millis()).isBetween(Math.max(20, total / 10) - ROUNDING, total + ROUNDING);
            }
        }
    }

    @Property(tries = 300)
    void countsComeLastAndTimesByTheirShares(@ForAll("measured") Measured measured) {
        SlowCauses all = measured.causes();
        for (RecordedTest test : measured.tests()) {
            List<SlowCause> causes = all.ofTest(SlowSamples.over(test));
            List<Boolean> counted =
                    causes.stream().map(cause -> cause.millis() == null).toList();
            assertThat(counted).isSorted();
            List<Long> ofReference = causes.stream()
                    .filter(cause -> Set.of(Kind.SERVER, Kind.SCHEMA, Kind.CLIENT, Kind.FRAMEWORK_START)
                            .contains(cause.kind()))
                    .map(SlowCause::millis)
                    .filter(millis -> millis != null)
                    .toList();
            assertThat(ofReference).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    @Property(tries = 300)
    void theOrderOfTheExecutionsDoesNotMatter(@ForAll("measured") Measured measured, @ForAll Random random) {
        List<Execution> shuffled = new ArrayList<>(measured.executions());
        Collections.shuffle(shuffled, random);
        SlowCauses again = SlowSamples.causes(shuffled, measured.database());
        SlowCauses causes = measured.causes();

        for (RecordedTest test : measured.tests()) {
            assertThat(again.ofTest(SlowSamples.over(test))).isEqualTo(causes.ofTest(SlowSamples.over(test)));
        }
        assertThat(again.ofSuite(SlowSamples.suite(6, 3_000, false)))
                .isEqualTo(causes.ofSuite(SlowSamples.suite(6, 3_000, false)));
    }

    @Property(tries = 300)
    void aTestThatAlwaysTakesTheSameTimeSuffersFromNoRows(
            @ForAll("measured") Measured measured, @ForAll @DoubleRange(min = 0, max = 10_000) double millis) {
        List<Execution> constant = measured.executions().stream()
                .map(each -> new Execution(
                        each.id(),
                        each.className(),
                        each.kind(),
                        SlowSamples.duration(millis),
                        null,
                        each.firstOfJvm(),
                        each.firstOfClass(),
                        each.before()))
                .toList();

        SlowCauses causes = SlowSamples.causes(constant, measured.database());
        for (RecordedTest test : measured.tests()) {
            assertThat(causes.ofTest(SlowSamples.over(test)))
                    .extracting(SlowCause::kind)
                    .doesNotContain(Kind.ROWS_ACCUMULATED);
        }
    }

    @Property(tries = 300)
    void aPlantedSlopeIsFound(
            @ForAll @IntRange(min = 1, max = 5_000) int rowsEach,
            @ForAll @IntRange(min = 5, max = 12) int runs,
            @ForAll @DoubleRange(min = 0.5, max = 5) double growth,
            @ForAll @DoubleRange(min = 30, max = 1_000) double base,
            @ForAll Random random) {
        List<RecordedTest> others = IntStream.range(0, runs - 1)
                .mapToObj(i -> SampleTests.test("shop.EventIT", "m" + i))
                .toList();
        Map<TestId, SpanEvidence> spans = new LinkedHashMap<>();
        others.forEach(other -> spans.put(other.id(), SlowSamples.leaves(TABLE, rowsEach, false)));
        spans.put(SlowSamples.SLOW.id(), SlowSamples.reads(TABLE));
        List<Execution> executions = new ArrayList<>();
        others.forEach(other -> executions.add(SlowSamples.reference(other, 10)));
        for (int before = 0; before < runs; before++) {
            double noise = 1 + 0.01 * (random.nextDouble() - 0.5);
            executions.add(SlowSamples.execution(
                    SlowSamples.SLOW,
                    before == runs - 1 ? RunKind.REFERENCE : RunKind.SHUFFLED,
                    base * (1 + growth * before) * noise,
                    others.subList(0, before).stream().map(RecordedTest::id).toArray(TestId[]::new)));
        }

        assertThat(SlowSamples.causes(executions, SlowSamples.database(spans))
                        .ofTest(SlowSamples.over(SlowSamples.SLOW)))
                .singleElement()
                .satisfies(cause -> {
                    double planted = base * growth * (runs - 1);
                    assertThat(cause.kind()).isEqualTo(Kind.ROWS_ACCUMULATED);
                    assertThat((double) cause.millis()).isCloseTo(planted, within(0.05 * planted + 1));
                });
    }
}
