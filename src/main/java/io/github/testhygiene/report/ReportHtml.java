package io.github.testhygiene.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import io.github.testhygiene.model.HygieneReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code index.html}: the report for people, one file that needs no network. */
public final class ReportHtml implements ReportFormat {

    private static final String TEMPLATES = "io.github.testhygiene.report.templates";

    // The templates are classes of this jar; under Maven only its own loader sees them.
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ReportHtml.class.getClassLoader(), TEMPLATES);

    @Override
    public String fileName() {
        return "index.html";
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            ReportPage page = new ReportPage(report);
            DatabaseSection database = new DatabaseSection(report);
            Map<String, Object> parts = Map.of(
                    "page", page,
                    "database", database,
                    "tests", new TestsSection(report, page, database),
                    "time", new TimeSection(report),
                    "lint", new LintSection(report));
            engine.render("index.jte", parts, new WriterOutput(writer));
            writer.flush();
        } catch (TemplateException e) {
            throw e.getCause() instanceof UncheckedIOException io ? io : e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + fileName(), e);
        }
    }
}
