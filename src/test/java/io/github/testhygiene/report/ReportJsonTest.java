package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.HygieneReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    static String json(HygieneReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportJson().write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static HygieneReport read(String json) {
        return new ReportJson().read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aReportIsReadBackAsItWas() {
        assertThat(read(json(SampleReports.full()))).isEqualTo(SampleReports.full());
        assertThat(read(json(SampleReports.clean()))).isEqualTo(SampleReports.clean());
        assertThat(read(json(SampleReports.withoutEvidence()))).isEqualTo(SampleReports.withoutEvidence());
        assertThat(read(json(SampleDiagnoses.report()))).isEqualTo(SampleDiagnoses.report());
        assertThat(read(json(HostileReports.all()))).isEqualTo(HostileReports.all());
    }

    @Test
    void wordsAreStringsAndWhatIsNotKnownIsLeftOut() {
        String json = json(SampleReports.full());

        assertThat(json)
                .startsWith("{\n  \"schemaVersion\": 1,\n  \"tool\": {\n    \"version\": \"0.1.0\"\n  },")
                .endsWith("}\n")
                .contains("\"verdict\": \"victim\"", "\"kind\": \"reverse\"", "\"provider\": \"container\"")
                .contains("\"startedAt\": \"2026-11-22T09:30:15.123Z\"")
                .contains("\"id\": \"[engine:junit-jupiter]/[class:shop.CatalogIT]/[method:findsByName()]\"")
                .doesNotContain("null");
    }

    @Test
    void whatARecordWorksOutIsNotWritten() {
        assertThat(json(SampleReports.full()))
                .contains("\"traces\": {", "\"rowsLeft\": [", "\"takenBack\": true", "\"evidence\": {")
                .doesNotContain("\"empty\"", "\"growth\"", "\"shortName\"", "\"subject\"");
    }

    @Test
    void aReportThatKnowsNothingOfTheDatabaseIsRead() {
        String json = json(SampleReports.withoutEvidence());

        assertThat(json).doesNotContain("\"evidence\": {\n    \"classFixtures", "\"rowsLeft\"", "\"sql\"");
        assertThat(read(json).evidence()).isNull();
        assertThat(read(json).tests().get(0).rowsLeft()).isNull();
    }

    @Test
    void theSameReportGivesTheSameText() {
        assertThat(json(SampleReports.full())).isEqualTo(json(SampleReports.full()));
    }

    @Test
    void aPartThatANewerVersionAddedIsIgnored() {
        String json = json(SampleReports.full()).replaceFirst("\\{", "{\"weather\": {\"new\": 1}, ");

        assertThat(read(json)).isEqualTo(SampleReports.full());
    }

    @Test
    void aLoneSurrogateDoesNotCostTheReport() {
        HygieneReport report = HostileReports.named("a\uD800b");

        assertThat(read(json(report)).tests().get(0).displayName()).isEqualTo("a?b");
    }

    @Test
    void whatIsNoReportIsRefused() {
        String wrongWord = json(SampleReports.full()).replace("\"kind\": \"reverse\"", "\"kind\": \"backwards\"");
        for (String text : List.of("", "[]", "{\"schemaVersion\":", "not JSON", wrongWord)) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("not a report: ");
        }
    }

    @Test
    void aFullDiskIsToldAsSuch() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> new ReportJson().write(SampleReports.full(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("No space left on device");
        assertThatThrownBy(() -> new ReportHtml().write(SampleReports.full(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("No space left on device");
    }
}
