package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.testhygiene.help.RulePage;
import io.github.testhygiene.help.RulePages;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.report.HostileReports;
import io.github.testhygiene.report.SampleReports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SarifFormatTest {

    /** Of {@code Schemata/sarif-schema-2.1.0.json} in the committee's repository, with line feeds. */
    private static final String DIGEST_OF_THE_OFFICIAL_SCHEMA =
            "2b19d2358baef0251d7d24e208d05ffabf1b2a3ab5e1b3a816066fc57fd4a7e8";

    private static final String SCHEMA = schemaText();

    private final Schema schema =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(SCHEMA);

    private static String schemaText() {
        try (InputStream in = SarifFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\r\n", "\n")
                            .strip() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleText text(Rule rule) {
        RulePage page = RulePages.read(rule);
        return new RuleText(page.summary(), page.markdown());
    }

    private static String written(HygieneReport report) {
        return CiReports.written(new SarifFormat(SarifFormatTest::text), report);
    }

    private static JsonNode run(HygieneReport report) {
        return new JsonMapper().readTree(written(report)).at("/runs/0");
    }

    private List<Error> errors(String json) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(each -> each.at(pointer).asString(null))
                .toList();
    }

    @Example
    void whereMostIsUncheckedANotificationSaysSoFirst() {
        assertThat(written(SampleReports.unanswered()))
                .contains("Not checked: 12 of 16 tests are unchecked. 11 tests: ");
    }

    @Example
    void theSchemaIsTheCommitteesOwn() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(SCHEMA.getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(DIGEST_OF_THE_OFFICIAL_SCHEMA);
    }

    @Example
    void whatIsWrittenFollowsTheOfficialSchema() {
        assertThat(errors(written(CiReports.placed()))).isEmpty();
        assertThat(errors(written(CiReports.compared()))).isEmpty();
        assertThat(errors(written(SampleReports.clean()))).isEmpty();
        assertThat(errors(written(HostileReports.all()))).isEmpty();
    }

    @Example
    void theSchemaRefusesWhatIsWrong() {
        ObjectNode broken = (ObjectNode) new JsonMapper().readTree(written(CiReports.placed()));
        ((ObjectNode) broken.at("/runs/0/results/0")).put("level", "fatal");
        assertThat(errors(broken.toString())).isNotEmpty();

        ObjectNode badUri = (ObjectNode) new JsonMapper().readTree(written(CiReports.placed()));
        ((ObjectNode) badUri.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation")).put("uri", "a b");
        assertThat(errors(badUri.toString())).isNotEmpty();
    }

    @Example
    void aFindingIsAResultWithItsRuleAndItsPlace() {
        JsonNode run = run(CiReports.placed());
        JsonNode victim = run.at("/results/0");

        assertThat(run.at("/tool/driver/name").asString()).isEqualTo("Test Hygiene");
        assertThat(run.at("/automationDetails/id").asString()).isEqualTo("test-hygiene/com.example:shop/");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(victim.at("/ruleId").asString()).isEqualTo("victim");
        assertThat(victim.at("/level").asString()).isEqualTo("error");
        assertThat(victim.at("/message/text").asString()).startsWith("Fails after other tests.\nLet the test");
        JsonNode place = victim.at("/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString())
                .isEqualTo("back/shop/src/test/java/shop/OrderTotalsIT.java");
        assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
        assertThat(run.at("/originalUriBaseIds").has("%SRCROOT%")).isTrue();
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(41);
        JsonNode logical = victim.at("/locations/0/logicalLocations/0");
        assertThat(logical.at("/fullyQualifiedName").asString()).isEqualTo("shop.OrderTotalsIT.countsOrders");
        assertThat(logical.at("/kind").asString()).isEqualTo("function");
        assertThat(victim.at("/partialFingerprints")
                        .get("testHygieneFingerprint/v1")
                        .asString())
                .isEqualTo("victim:OrderTotalsIT.countsOrders");
        assertThat(victim.has("baselineState")).isFalse();
    }

    @Example
    void aFindingInNoFileIsInTheModulesPom() {
        JsonNode slow = run(CiReports.placed()).at("/results/3");

        assertThat(slow.at("/ruleId").asString()).isEqualTo("slow-test");
        assertThat(slow.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("back/shop/pom.xml");
        assertThat(slow.at("/locations/0/physicalLocation").has("region")).isFalse();
    }

    @Example
    void rulesAreExplainedAsInTheDocumentation() {
        JsonNode rules = run(CiReports.placed()).at("/tool/driver/rules");

        assertThat(texts(rules, "/id")).containsExactly("victim", "brittle", "leaves-rows", "slow-test", "unchecked");
        assertThat(texts(rules, "/name")).startsWith("Victim", "Brittle", "LeavesRows");
        assertThat(texts(rules, "/defaultConfiguration/level")).startsWith("error", "error", "warning");
        assertThat(rules.at("/0/shortDescription/text").asString())
                .isEqualTo(RulePages.read(Rule.VICTIM).summary());
        assertThat(rules.at("/0/help/markdown").asString())
                .contains("## Why", "```java", "The diagnosis names")
                .doesNotContain("](../");
        assertThat(rules.at("/0/helpUri").asString()).isEqualTo("https://example.com/docs#victim");
    }

    @Example
    void aPathWithinTheDocumentationIsNoUri() {
        Finding finding = new Finding(
                "sleeps",
                CiReports.placed().findings().get(2).severity(),
                "A",
                null,
                "m",
                "a",
                Rule.SLEEPS.docs(),
                "f",
                false);

        assertThat(run(CiReports.with(finding)).at("/tool/driver/rules/0").has("helpUri"))
                .isFalse();
    }

    @Example
    void resultsKnowTheirRule() {
        JsonNode run = run(CiReports.placed());
        run.at("/results").forEach(result -> assertThat(run.at("/tool/driver/rules")
                        .get(result.at("/ruleIndex").asInt())
                        .at("/id"))
                .isEqualTo(result.at("/ruleId")));
        assertThat(run.at("/results")).hasSize(5);
    }

    @Example
    void whatIsAcceptedIsSuppressedOutsideTheCode() {
        JsonNode results = run(CiReports.placed()).at("/results");

        assertThat(results.at("/4/suppressions/0/kind").asString()).isEqualTo("external");
        assertThat(results.at("/0/suppressions").isArray()).isTrue();
        assertThat(results.at("/0/suppressions")).isEmpty();
    }

    @Example
    void besideAnEarlierReportFindingsAreNewOrNot() {
        assertThat(texts(run(CiReports.compared()).at("/results"), "/baselineState"))
                .containsExactly("new", "unchanged", "unchanged", "unchanged", "unchanged");
    }

    @Example
    void moreThanGitHubTakesIsLeftOutAndSaid() {
        JsonNode run = run(CiReports.many(SarifFormat.MAX_RESULTS + 7));

        assertThat(run.at("/results")).hasSize(SarifFormat.MAX_RESULTS);
        assertThat(texts(run.at("/invocations/0/toolExecutionNotifications"), "/message/text"))
                .contains("7 more findings in report.json.");
    }

    @Property(tries = 200)
    void anyTextStaysText(@ForAll String text) {
        Finding finding = CiReports.placed().findings().get(0);
        Finding odd = new Finding(
                finding.rule(), finding.severity(), text, text, text, "Mend it.", text, text, false, text, 1);
        String json = written(CiReports.with(odd));

        assertThat(errors(json)).isEmpty();
        assertThat(new JsonMapper()
                        .readTree(json)
                        .at("/runs/0/results/0/message/text")
                        .asString())
                .endsWith("\nMend it.")
                .doesNotContain("](");
    }

    @Example
    void noMessageBecomesALink() {
        Finding finding = SampleReports.finding(
                "victim", CiReports.placed().findings().get(0).severity(), "A", "b", "see [this](https://example.com)");

        assertThat(run(CiReports.with(finding)).at("/results/0/message/text").asString())
                .startsWith("see [this] (https://example.com)");
    }
}
