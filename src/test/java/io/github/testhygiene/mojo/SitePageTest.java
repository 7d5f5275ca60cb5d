package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.fixture.ReplayReports;
import io.github.testhygiene.model.Findings;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.report.ReportJson;
import io.github.testhygiene.report.SiteWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePageTest {

    private static final String HOSTILE = "<script>alert(1)</script> ]]> \u001B[31m \u202E ${project.name}";

    private static Document page(HygieneReport report, Optional<String> whole) throws IOException {
        ByteArrayOutputStream html = new ByteArrayOutputStream();
        Sink sink = new Xhtml5SinkFactory().createSink(html, "UTF-8");
        new SitePage(report, new SiteWords(Locale.GERMAN), whole).write(sink);
        return Jsoup.parse(html.toString(StandardCharsets.UTF_8));
    }

    private static HygieneReport report(int findings) {
        ReplayReports reports = new ReplayReports();
        for (int number = 0; number < findings; number++) {
            reports.finding(Findings.of(
                    Rule.SLEEPS, "shop.OrderIT", "waits" + number, "`waits` sleeps " + HOSTILE, "Wait for an event."));
        }
        return reports.report();
    }

    @Test
    void aFindingIsARowWithWhatWasSeenAndWhatToDo() throws IOException {
        Document page = page(report(1), Optional.of("test-hygiene/index.html"));

        assertThat(page.select("h1").text()).isEqualTo("Test Hygiene");
        assertThat(page.select("strong").text()).isEqualTo("Passed");
        assertThat(page.select("td").eachText()).contains("warning", "sleeps", "OrderIT.waits0", "Wait for an event.");
        assertThat(page.select("td code").text()).isEqualTo("waits");
        assertThat(page.select("a").attr("href")).isEqualTo("test-hygiene/index.html");
    }

    @Test
    void whatATestSaysIsTextAndNothingElse() throws IOException {
        Document page = page(report(1), Optional.empty());

        assertThat(page.select("script, a")).isEmpty();
        assertThat(page.text())
                .contains("<script>alert(1)</script> ]]>", "␛[31m", "${project.name}")
                .doesNotContain("\u001B", "\u202E");
    }

    @Test
    void aLongListIsCutAndSaysSo() throws IOException {
        Document page = page(report(1_203), Optional.empty());

        assertThat(page.select("tr")).hasSize(201);
        assertThat(page.text()).contains("… and 1,003 more findings in the whole report.");
    }

    @Test
    void whereNothingWasFoundThePageSaysSo() throws IOException {
        assertThat(page(report(0), Optional.empty()).text()).contains("There is nothing to mend.");
    }

    @Test
    void aReportThatIsMissingOrBrokenIsNoError(@TempDir Path folder) throws IOException {
        SiteSource source = new SiteSource(folder, new SystemStreamLog());

        assertThat(source.read()).isEmpty();
        Files.writeString(folder.resolve("report.json"), "{\"schemaVersion\": 1}");
        assertThat(source.read()).isEmpty();
        Files.writeString(folder.resolve("report.json"), "no report");
        assertThat(source.read()).isEmpty();
        try (OutputStream out = Files.newOutputStream(folder.resolve("report.json"))) {
            new ReportJson().write(report(1), out);
        }
        assertThat(source.read()).contains(report(1));
    }
}
