package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.report.ReportFormat;
import io.github.testhygiene.text.CheckingPhrases;
import io.github.testhygiene.text.Phrases;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code TEST-test-hygiene.xml}: each check as a test case in the XML of JUnit reports, which every CI system shows. Fails
 * where the gate does and nowhere else.
 */
public final class JUnitFormat implements ReportFormat {

    private static final int NAME_LIMIT = 500;
    private static final int MESSAGE_LIMIT = 1_000;
    private static final int BODY_LIMIT = 10_000;

    /** Writes one file. */
    public JUnitFormat() {}

    @Override
    public String fileName() {
        return "TEST-test-hygiene.xml";
    }

    @Override
    public void write(HygieneReport report, OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            // The JDK's own: other writers that may be on the class path escape differently.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, report);
            xml.writeEndDocument();
            xml.flush();
            writer.write("\n");
            writer.flush();
        } catch (XMLStreamException | IOException e) {
            IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            throw new UncheckedIOException("cannot write " + fileName(), cause);
        }
    }

    private static void suite(XMLStreamWriter xml, HygieneReport report) throws XMLStreamException {
        List<CheckCase> cases = CheckCases.create(report);
        GateResult gate = report.gate();
        long failures = cases.stream().filter(CheckCase::isFailed).count() + (gate.passed() ? 0 : 1);
        HygieneReport.Project project = report.project();
        newLine(xml, 0);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "test-hygiene " + project.groupId() + ":" + project.artifactId());
        xml.writeAttribute("tests", Integer.toString(cases.size() + 1));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "skipped",
                Long.toString(cases.stream().filter(CheckCase::isSkipped).count()
                        + (gate.passed() && report.findUnanswered().isPresent() ? 1 : 0)));
        xml.writeAttribute(
                "time",
                cases.stream()
                        .map(each -> seconds(each.millis()))
                        .reduce(seconds(0), BigDecimal::add)
                        .toPlainString());
        for (CheckCase each : cases) {
            testCase(xml, each);
        }
        gate(xml, report);
        newLine(xml, 0);
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, CheckCase check) throws XMLStreamException {
        start(xml, check.className(), check.name(), check.millis());
        if (check.isSkipped()) {
            newLine(xml, 2);
            xml.writeEmptyElement("skipped");
            attribute(xml, "message", String.valueOf(check.skipped()));
        }
        if (check.isFailed()) {
            Finding worst = check.failures().get(0);
            failure(xml, worst.rule(), worst.message(), paragraphs(check.failures()));
        }
        if (!check.notes().isEmpty()) {
            newLine(xml, 2);
            xml.writeStartElement("system-out");
            xml.writeCharacters(XmlText.block(paragraphs(check.notes()), BODY_LIMIT));
            xml.writeEndElement();
        }
        newLine(xml, 1);
        xml.writeEndElement();
    }

    private static void gate(XMLStreamWriter xml, HygieneReport report) throws XMLStreamException {
        start(xml, "test-hygiene", "gate", 0);
        if (!report.gate().passed()) {
            String breaches = report.gate().breaches().stream()
                    .map(GateResult.Breach::message)
                    .collect(Collectors.joining("\n"));
            failure(xml, "gate", Phrases.headline(report), breaches);
        } else if (report.findUnanswered().isPresent()) {
            newLine(xml, 2);
            xml.writeEmptyElement("skipped");
            attribute(xml, "message", unanswered(report));
        }
        newLine(xml, 1);
        xml.writeEndElement();
    }

    private static String unanswered(HygieneReport report) {
        return Phrases.headline(report) + ". " + String.join(" ", CheckingPhrases.unanswered(report));
    }

    private static void start(XMLStreamWriter xml, String className, String name, long millis)
            throws XMLStreamException {
        newLine(xml, 1);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", className);
        attribute(xml, "name", name);
        xml.writeAttribute("time", seconds(millis).toPlainString());
    }

    private static void failure(XMLStreamWriter xml, String type, String message, String body)
            throws XMLStreamException {
        newLine(xml, 2);
        xml.writeStartElement("failure");
        attribute(xml, "type", type);
        attribute(xml, "message", message);
        xml.writeCharacters(XmlText.block(body, BODY_LIMIT));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.line(value, name.equals("message") ? MESSAGE_LIMIT : NAME_LIMIT));
    }

    private static String paragraphs(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Stream.of(
                                finding.rule()
                                        + (finding.accepted()
                                                ? " (accepted)"
                                                : " (" + finding.severity().label() + ")"),
                                FindingText.format(finding, MESSAGE_LIMIT))
                        .collect(Collectors.joining(": ")))
                .collect(Collectors.joining("\n\n"));
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3);
    }

    private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
