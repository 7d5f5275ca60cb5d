package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.TestEntry;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestTableTest {

    private static final int CLASS = 0;
    private static final int METHOD = 1;
    private static final int MILLIS = 5;
    private static final int COMMAND = 10;
    private static final int RULES = 11;
    private static final int CARD = 14;

    private static String json(HygieneReport report) {
        ReportPage page = new ReportPage(report);
        return new TestTable(report, new DatabaseSection(report), test -> page.hasCard(test.id())).json();
    }

    private static JsonNode table(HygieneReport report) {
        return JsonMapper.shared().readTree(json(report));
    }

    private static JsonNode row(JsonNode table, String method) {
        return StreamSupport.stream(table.at("/tests").spliterator(), false)
                .filter(row -> row.get(METHOD).asString().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTestHasARowInTheReferenceOrder() {
        HygieneReport report = SampleReports.full();
        JsonNode table = table(report);

        assertThat(StreamSupport.stream(table.at("/tests").spliterator(), false)
                        .map(row ->
                                table.at("/classes").get(row.get(CLASS).asInt()).asString() + "."
                                        + row.get(METHOD).asString()))
                .containsExactlyElementsOf(report.tests().stream()
                        .map(test -> test.className() + "." + test.methodName())
                        .toList());
    }

    @Test
    void whatIsNotKnownIsNullAndNoZero() {
        JsonNode table = table(SampleReports.full());

        assertThat(row(table, "printsPdf").get(MILLIS).isNull()).isTrue();
        assertThat(row(table, "findsByName").get(RULES).isNull()).isTrue();
        assertThat(row(table, "yearEnd").get(MILLIS).get(0).asLong()).isEqualTo(1_840);
    }

    @Test
    void aTestsRulesAreThoseOfItsClassToo() {
        JsonNode table = table(SampleReports.full());
        JsonNode rules = row(table, "placesOrder").get(RULES);

        assertThat(StreamSupport.stream(rules.spliterator(), false)
                        .map(place -> table.at("/rules").get(place.asInt()).asString()))
                .containsExactly("leaves-rows");
        assertThat(row(table, "countsOrders").get(CARD).asInt()).isEqualTo(1);
        assertThat(row(table, "placesOrder").get(CARD).asInt()).isZero();
    }

    @Test
    void commandsThatDifferInTheTestAloneAreOne() {
        HygieneReport report = SampleReports.full();
        JsonNode table = table(SampleReports.with(
                report, report.tests().stream().map(TestTableTest::replayed).toList(), report.findings()));

        assertThat(table.at("/commands")).hasSize(1);
        assertThat(table.at("/commands/0").asString()).isEqualTo("mvn replay='\u0001'");
        assertThat(row(table, "yearEnd").get(COMMAND).asInt()).isZero();
    }

    private static TestEntry replayed(TestEntry test) {
        return new TestEntry(
                test.id(),
                test.className(),
                test.methodName(),
                test.displayName(),
                test.verdict(),
                test.reason(),
                test.evidence(),
                test.failure(),
                test.failedIn(),
                test.durations(),
                test.budget(),
                "mvn replay='" + test.className() + "#" + test.methodName() + "'");
    }

    @Test
    void nothingInItEndsAScriptElement() {
        String json = json(HostileReports.all());

        assertThat(json).doesNotContain("<", "\n");
        assertThat(table(HostileReports.all()).at("/tests"))
                .hasSize(HostileReports.all().tests().size());
    }
}
