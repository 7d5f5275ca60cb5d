package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.report.HostileReports;
import io.github.testhygiene.report.SampleReports;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitFormatTest {

    private static Element suite(HygieneReport report) {
        String xml = CiReports.written(new JUnitFormat(), report);
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    private static Stream<Element> children(Node parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Element test(HygieneReport report, String className, String name) {
        return children(suite(report))
                .filter(each -> each.getAttribute("classname").equals(className)
                        && each.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parts(Element test) {
        return children(test).map(Element::getTagName).toList();
    }

    private static long with(Element suite, String part) {
        return children(suite).filter(test -> parts(test).contains(part)).count();
    }

    /** What Jenkins, GitLab and Surefire's own schema expect. */
    private static void assertHasTheShape(Element suite) {
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isNotBlank();
        assertThat(children(suite)).allSatisfy(test -> {
            assertThat(test.getTagName()).isEqualTo("testcase");
            assertThat(test.hasAttribute("classname")).isTrue();
            assertThat(test.hasAttribute("name")).isTrue();
            assertThat(test.getAttribute("time")).matches("\\d+\\.\\d{3}");
            assertThat(parts(test))
                    .isSubsetOf("skipped", "failure", "system-out")
                    .doesNotHaveDuplicates();
            assertThat(parts(test)).doesNotContainSequence("skipped", "failure");
            assertThat(children(test).filter(part -> !part.getTagName().equals("system-out")))
                    .allSatisfy(part -> assertThat(part.hasAttribute("message")).isTrue());
        });
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(Long.toString(children(suite).count()));
        assertThat(suite.getAttribute("failures")).isEqualTo(Long.toString(with(suite, "failure")));
        assertThat(suite.getAttribute("skipped")).isEqualTo(Long.toString(with(suite, "skipped")));
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        BigDecimal sum = children(suite)
                .map(test -> new BigDecimal(test.getAttribute("time")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(suite.getAttribute("time"))).isEqualByComparingTo(sum);
    }

    @Example
    void whereMostIsUncheckedTheGateIsSkippedAndSaysWhy() {
        HygieneReport report = SampleReports.unanswered();
        Element gate = test(report, "test-hygiene", "gate");

        assertThat(parts(gate)).containsExactly("skipped");
        assertThat(children(gate).findFirst().orElseThrow().getAttribute("message"))
                .startsWith("Not checked: 12 of 16 tests are unchecked. 11 tests: ");
        assertThat(suite(report).getAttribute("skipped")).isEqualTo(Long.toString(with(suite(report), "skipped")));
    }

    @Example
    void theShapeIsThatOfJUnitsReports() {
        assertHasTheShape(suite(CiReports.placed()));
        assertHasTheShape(suite(SampleReports.clean()));
        assertHasTheShape(suite(HostileReports.all()));
        HostileReports.TEXTS.forEach(text -> assertHasTheShape(suite(HostileReports.named(text))));
    }

    @Example
    void aTestFailsForWhatStandsAgainstTheGateAndForNothingElse() {
        HygieneReport report = CiReports.placed();
        Element victim = test(report, "shop.OrderTotalsIT", "countsOrders");

        assertThat(parts(victim)).containsExactly("failure");
        Element failure = children(victim).findFirst().orElseThrow();
        assertThat(failure.getAttribute("type")).isEqualTo("victim");
        assertThat(failure.getAttribute("message")).isEqualTo("Fails after other tests.");
        assertThat(failure.getTextContent()).contains("victim (error): Fails after other tests.\nLet the test");
        assertThat(victim.getAttribute("time")).isEqualTo("0.064");
        assertThat(parts(test(report, "shop.ReportIT", "yearEnd"))).containsExactly("system-out");
        assertThat(parts(test(report, "shop.CatalogIT", "findsByName"))).isEmpty();
        assertThat(suite(report).getAttribute("failures")).isEqualTo("3"); // the victim, the brittle test, the gate
    }

    @Example
    void whatHasNoAnswerIsSkippedWithTheReason() {
        HygieneReport report = CiReports.placed();
        Element unchecked = test(report, "shop.ReportIT", "exportsCsv");

        assertThat(parts(unchecked)).containsExactly("skipped", "system-out");
        assertThat(children(unchecked).findFirst().orElseThrow().getAttribute("message"))
                .startsWith("unchecked: ");
        assertThat(unchecked.getTextContent()).contains("unchecked (accepted): Has no answer.");
    }

    @Example
    void withoutABreachNothingFails() {
        HygieneReport report = CiReports.placed().withGate(new GateResult(true, List.of()));

        assertThat(suite(report).getAttribute("failures")).isEqualTo("0");
        assertThat(parts(test(report, "test-hygiene", "gate"))).isEmpty();
        assertThat(parts(test(report, "shop.OrderTotalsIT", "countsOrders"))).containsExactly("system-out");
    }

    @Example
    void theGateIsATestCase() {
        Element gate = test(CiReports.placed(), "test-hygiene", "gate");

        assertThat(children(gate).findFirst().orElseThrow().getAttribute("message"))
                .isEqualTo("Failed: 1 victim, 1 brittle test");
        assertThat(gate.getTextContent()).contains("1 brittle test: CheckoutIT.listsOpenOrders");
    }

    @Example
    void whatIsAcceptedOrARemarkFailsNothing() {
        Finding victim = SampleReports.finding("victim", Severity.ERROR, "OrderTotalsIT", "countsOrders", "Fails.");
        HygieneReport accepted = CiReports.with(victim.asAccepted());
        HygieneReport remark = CiReports.with(victim.withSeverity(Severity.INFO));

        assertThat(parts(test(accepted, "shop.OrderTotalsIT", "countsOrders"))).containsExactly("system-out");
        assertThat(parts(test(remark, "shop.OrderTotalsIT", "countsOrders"))).containsExactly("system-out");
    }

    @Example
    void findingsAboutClassesAndTheSuiteAreCasesOfTheirOwn() {
        Finding ofClass = new Finding("declares-order", Severity.WARNING, "shop.A", null, "m", "a", "d", "1", false);
        Finding ofSuite = new Finding("slow-suite", Severity.WARNING, "", null, "m", "a", "d", "2", false);
        Finding ofMethod = new Finding("sleeps", Severity.WARNING, "shop.A", "waits", "m", "a", "d", "3", false);
        HygieneReport report = CiReports.with(ofClass, ofSuite, ofMethod, ofMethod);

        assertThat(parts(test(report, "shop.A", "declares-order"))).containsExactly("system-out");
        assertThat(parts(test(report, "shop", "slow-suite"))).containsExactly("system-out");
        assertThat(parts(test(report, "shop.A", "waits (sleeps)"))).containsExactly("system-out");
        assertThat(suite(report).getAttribute("tests"))
                .isEqualTo(Integer.toString(report.tests().size() + 4));
    }

    @Property
    void anyTextIsWellFormed(@ForAll String text) {
        Finding odd =
                new Finding("victim", Severity.ERROR, "a" + text, text, "<" + text, text, text, text, false, text, 1);
        Element suite = suite(CiReports.with(odd));

        assertHasTheShape(suite);
        assertThat(suite.getTextContent()).contains("<");
    }
}
