package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.testhygiene.model.Budget;
import io.github.testhygiene.model.Labeled;
import io.github.testhygiene.model.Leak;
import io.github.testhygiene.model.Provider;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.VerdictKind;
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
    }

    @Test
    void whatLaterStagesAddFits() {
        ObjectNode report = tree();
        ObjectNode test = (ObjectNode) report.at("/tests/0");
        test.putArray("polluters").add("[engine:x]/[method:a()]");
        test.putArray("stateSetters");
        test.putArray("cleaners");
        test.put("leak", "database");
        test.putObject("sql")
                .put("statements", 12)
                .put("millis", 3.4)
                .put("ddl", 0)
                .put("connections", 1);
        ObjectNode rows = test.putArray("rowsLeft").addObject();
        rows.put("table", "public.orders").put("inserted", 2).put("updated", 0).put("deleted", 0);
        rows.put("truncated", false).putArray("sample").add("id=1, total=3.50");

        assertThat(errors(report.toString())).isEmpty();
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
                broken("findings that are no list", report -> report.put("findings", "none")));
    }

    private DynamicTest broken(String name, Consumer<ObjectNode> damage) {
        return DynamicTest.dynamicTest(name, () -> {
            ObjectNode report = tree();
            damage.accept(report);
            assertThat(errors(report.toString())).isNotEmpty();
        });
    }

    private static ObjectNode tree() {
        return (ObjectNode) new JsonMapper().readTree(ReportJsonTest.json(SampleReports.full()));
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
