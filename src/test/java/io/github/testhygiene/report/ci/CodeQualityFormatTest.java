package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.report.HostileReports;
import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodeQualityFormatTest {

    private static JsonNode list(HygieneReport report) {
        JsonNode list = new JsonMapper().readTree(CiReports.written(new CodeQualityFormat(), report));
        assertThat(list.isArray()).isTrue();
        assertThat(list).allSatisfy(CodeQualityFormatTest::assertHasTheShape);
        assertThat(texts(list, "/fingerprint")).doesNotHaveDuplicates();
        return list;
    }

    /** What GitLab's documentation lists. */
    private static void assertHasTheShape(JsonNode violation) {
        assertThat(violation.propertyNames())
                .containsExactlyInAnyOrder("description", "check_name", "fingerprint", "severity", "location");
        assertThat(violation.at("/severity").asString()).isIn("info", "minor", "major", "critical", "blocker");
        assertThat(violation.at("/location/path").asString())
                .doesNotStartWith("./")
                .doesNotStartWith("/");
        assertThat(violation.at("/location/lines/begin").asInt()).isPositive();
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.at(pointer).asString())
                .toList();
    }

    @Example
    void findingsThatAreNotAcceptedAreListed() {
        JsonNode list = list(CiReports.placed());

        assertThat(texts(list, "/check_name")).containsExactly("victim", "brittle", "leaves-rows", "slow-test");
        assertThat(texts(list, "/severity")).containsExactly("blocker", "blocker", "major", "major");
        assertThat(list.at("/0/description").asString()).startsWith("Fails after other tests.\n");
        assertThat(list.at("/0/location/path").asString()).isEqualTo("back/shop/src/test/java/shop/OrderTotalsIT.java");
        assertThat(list.at("/0/location/lines/begin").asInt()).isEqualTo(41);
        assertThat(list.at("/3/location/path").asString()).isEqualTo("back/shop/pom.xml");
    }

    @Example
    void findingsThatAreAlikeAreTwo() {
        assertThat(list(CiReports.many(3))).hasSize(3);
    }

    @Example
    void fingerprintsStayAsTheyAre() {
        assertThat(texts(list(CiReports.placed()), "/fingerprint"))
                .isEqualTo(texts(list(CiReports.compared()), "/fingerprint"));
    }

    @Example
    void whatIsHostileIsListedAsText() {
        assertThat(list(HostileReports.all())).hasSize(HostileReports.TEXTS.size());
    }

    @Property
    void anyTextIsListed(@ForAll String text) {
        Finding odd = new Finding("sleeps", Severity.INFO, text, text, text, text, text, text, false, text, 7);

        assertThat(list(CiReports.with(odd, odd))).hasSize(2);
    }
}
