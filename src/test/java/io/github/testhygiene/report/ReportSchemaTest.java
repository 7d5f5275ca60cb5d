package io.github.testhygiene.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Selection;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.SlowCause;
import io.github.testhygiene.model.VerdictKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportSchemaTest {

    private static final Path FILE = Path.of("src", "docs", "report.schema.json");

    private static final String ROWS = "/evidence/classFixtures/0/rowsLeft/0";

    private final String text = read();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text);

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Error> errors(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    @Test
    void theSchemaIsOneItself() {
        Schema ofSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(text, InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatIsWrittenFits() {
        assertThat(errors(ReportJsonTest.json(SampleReports.full()))).isEmpty();
        assertThat(errors(ReportJsonTest.json(SampleReports.clean()))).isEmpty();
        assertThat(errors(ReportJsonTest.json(SampleReports.withoutEvidence()))).isEmpty();
        assertThat(errors(ReportJsonTest.json(SampleDiagnoses.report()))).isEmpty();
        EvidenceEntry none = HostileEvidence.nothing("no server");
        assertThat(errors(ReportJsonTest.json(SampleReports.with(SampleReports.full(), none))))
                .isEmpty();
    }

    @Test
    void whatLaterStagesAddFits() {
        ObjectNode report = tree();
        ObjectNode test = (ObjectNode) report.at("/tests/0");
        test.putArray("polluters").add("[engine:x]/[method:a()]");
        test.putArray("stateSetters");
        test.putArray("cleaners");
        test.put("leak", "database");

        assertThat(errors(report.toString())).isEmpty();
    }

    @Test
    void theNoteOfASelectionFitsAndIsReadBack() {
        for (Selection each : List.of(
                new Selection(SelectMode.CHANGED, "1a2b3c4", 17, 3, 2, null, List.of("Orders")),
                new Selection(SelectMode.SUSPECTS, null, 17, 17, 0, "there is no last report", List.of()))) {
            HygieneReport report = SampleReports.full().withSelection(each);
            String json = ReportJsonTest.json(report);

            assertThat(errors(json)).isEmpty();
            assertThat(new ReportJson().read(new ByteArrayInputStream(json.getBytes(UTF_8))))
                    .isEqualTo(report);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsBrokenDoesNotFit() {
        return Stream.of(
                broken("no seed", report -> report.remove("seed")),
                broken("another version", report -> report.put("schemaVersion", 2)),
                broken("an unknown part", report -> report.put("mood", "good")),
                broken("an unknown verdict", report -> at(report, "/tests/0").put("verdict", "clean")),
                broken("a verdict of the wrong type", report -> at(report, "/tests/0")
                        .put("verdict", 1)),
                broken("a null", report -> at(report, "/tests/0").putNull("reason")),
                broken("a blank id", report -> at(report, "/tests/0").put("id", " ")),
                broken("too much power", report -> at(report, "/tests/0/evidence")
                        .put("detectionPower", 1.5)),
                broken("a negative time", report -> at(report, "/tests/0/durations")
                        .put("medianMillis", -1)),
                broken("run zero", report -> at(report, "/runs/0").put("number", 0)),
                broken("an unknown outcome", report -> at(report, "/runs/0").put("outcome", "ok")),
                broken("no failures in a run", report -> at(report, "/runs/0").remove("failed")),
                broken("an unknown provider", report -> at(report, "/database").put("provider", "cloud")),
                broken("a finding without advice", report -> at(report, "/findings/0")
                        .remove("advice")),
                broken("an unknown part of a breach", report -> at(report, "/gate/breaches/0")
                        .put("x", 1)),
                broken("an unknown part of statements", report -> at(report, "/tests/0/sql")
                        .put("x", 1)),
                broken("statements without a time", report -> at(report, "/tests/0/sql")
                        .remove("millis")),
                broken("a query that was never executed", report -> at(report, "/tests/0/sql/repeated")
                        .put("calls", 0)),
                broken("a growth among the rows", report -> at(report, ROWS).put("growth", 1)),
                broken("rows without a table", report -> at(report, ROWS).remove("table")),
                broken("rows that may be late", report -> at(report, ROWS).remove("late")),
                broken("traces that say they are empty", report -> at(report, "/tests/0/traces")
                        .put("empty", true)),
                broken("no sequences", report -> at(report, "/tests/0/traces").remove("sequences")),
                broken("a reason of an unknown kind", report -> at(report, "/evidence/suiteSlowBecause/0")
                        .put("kind", "weather")),
                broken("a null reason", report -> at(report, "/evidence").putNull("noChangeLog")),
                broken("a probability above 1", report -> at(report, "/coverage")
                        .put("detectionPower", 2)),
                broken("an unknown part of the coverage", report -> at(report, "/coverage")
                        .put("x", 1)),
                broken("a negative number of forks", report -> at(report, "/forks")
                        .put("fast", -1)),
                broken("no plain classes", report -> at(report, "/forks").remove("plainClasses")),
                broken("no suspected pairs", report -> at(report, "/coverage").remove("suspected")),
                broken("no class fixtures", report -> at(report, "/evidence").remove("classFixtures")),
                broken("fixtures without a class", report -> at(report, "/evidence/classFixtures/0")
                        .remove("className")),
                diagnosis("a culprit without tests", "/culprits/0", culprit -> culprit.putArray("tests")),
                diagnosis("a culprit that was never shown", "/culprits/0", culprit -> culprit.put("shown", 0)),
                diagnosis("a leak of another kind", "/culprits/0", culprit -> culprit.put("leak", "air")),
                diagnosis("a proof without needed rows", "/culprits/0/proof", proof -> proof.remove("needed")),
                diagnosis("rows of an unknown kind", "/culprits/0/proof/needed/0", part -> part.put("kind", "x")),
                diagnosis("no candidates", "", found -> found.remove("candidates")),
                broken("findings that are no list", report -> report.put("findings", "none")));
    }

    private DynamicTest broken(String name, Consumer<ObjectNode> damage) {
        return DynamicTest.dynamicTest(name, () -> {
            ObjectNode report = tree();
            damage.accept(report);
            assertThat(errors(report.toString())).isNotEmpty();
        });
    }

    private DynamicTest diagnosis(String name, String pointer, Consumer<ObjectNode> damage) {
        return DynamicTest.dynamicTest(name, () -> {
            ObjectNode report = tree(SampleDiagnoses.report());
            ObjectNode diagnosed = report.get("tests")
                    .valueStream()
                    .filter(test -> test.has("diagnosis"))
                    .map(ObjectNode.class::cast)
                    .findFirst()
                    .orElseThrow();
            damage.accept(at(diagnosed, "/diagnosis" + pointer));
            assertThat(errors(report.toString())).isNotEmpty();
        });
    }

    private static ObjectNode tree() {
        return tree(SampleReports.full());
    }

    private static ObjectNode tree(HygieneReport report) {
        return (ObjectNode) new JsonMapper().readTree(ReportJsonTest.json(report));
    }

    private static ObjectNode at(ObjectNode report, String pointer) {
        return (ObjectNode) report.at(pointer);
    }

    @Test
    void theWordsAreThoseOfTheModel() {
        JsonNode root = new JsonMapper().readTree(text);

        assertThat(words(root, "/$defs/test/properties/verdict")).isEqualTo(labels(VerdictKind.values()));
        assertThat(words(root, "/$defs/test/properties/budget")).isEqualTo(labels(Budget.values()));
        assertThat(words(root, "/$defs/test/properties/leak")).isEqualTo(labels(Leak.values()));
        assertThat(words(root, "/$defs/run/properties/kind")).isEqualTo(labels(RunKind.values()));
        assertThat(words(root, "/$defs/finding/properties/severity")).isEqualTo(labels(Severity.values()));
        assertThat(words(root, "/$defs/slowCause/properties/kind")).isEqualTo(labels(SlowCause.Kind.values()));
        String traces = "/$defs/traces/properties/";
        assertThat(words(root, traces + "schema/items/properties/kind")).isEqualTo(labels(SchemaChange.Kind.values()));
        assertThat(words(root, traces + "sessions/items/properties/kind"))
                .isEqualTo(labels(OpenSessionState.Kind.values()));
        assertThat(words(root, "/properties/database/properties/provider")).isEqualTo(labels(Provider.values()));
    }

    private static List<String> words(JsonNode root, String pointer) {
        return root.at(pointer)
                .get("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> labels(Labeled[] words) {
        return Arrays.stream(words).map(Labeled::label).toList();
    }
}
