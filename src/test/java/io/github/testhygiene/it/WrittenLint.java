package io.github.testhygiene.it;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A {@code lint.json} that an integration test's project has written, checked against the JSON Schema. */
public final class WrittenLint {

    private final Map<String, Object> json;

    private WrittenLint(JsonNode tree) {
        this.json = WrittenJson.object(new JsonMapper().convertValue(tree, Map.class));
    }

    /**
     * Reads what the goal {@code lint} wrote.
     *
     * @param buildDirectory where the project builds
     * @return the file, valid
     */
    public static WrittenLint inDirectory(File buildDirectory) {
        File file = new File(buildDirectory, "test-hygiene/lint.json");
        JsonNode tree = new JsonMapper().readTree(file);
        List<?> errors = errors(tree);
        if (!errors.isEmpty()) {
            throw new AssertionError(file + " does not follow the schema: " + errors);
        }
        return new WrittenLint(tree);
    }

    /**
     * What the schema has against a file.
     *
     * @param tree the file
     * @return nothing if it is valid
     */
    public static List<?> errors(JsonNode tree) {
        try (InputStream in = WrittenLint.class.getResourceAsStream("/report.schema.json")) {
            ObjectNode schema = (ObjectNode) new JsonMapper().readTree(in);
            // The file is one of the shapes that the report's schema defines.
            schema.remove(List.of("type", "required", "additionalProperties"));
            schema.put("$ref", "#/$defs/lintReport");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(withoutRootProperties(schema))
                    .validate(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the root says of a report's own parts may be pointed to, and binds nobody here. */
    private static String withoutRootProperties(ObjectNode schema) {
        ObjectNode moved = new JsonMapper().createObjectNode();
        moved.set("parts", schema.get("properties"));
        schema.remove("properties");
        schema.set("$comment-parts", moved.get("parts"));
        return schema.toString().replace("#/properties/", "#/$comment-parts/");
    }

    /** Where a rule found something, as {@code file:line}, without what is accepted; sorted. */
    public List<String> places(String rule) {
        return found(rule).stream()
                .filter(finding -> !Boolean.TRUE.equals(finding.get("accepted")))
                .map(finding -> WrittenJson.text(finding, "file") + ":" + WrittenJson.text(finding, "line"))
                .sorted()
                .toList();
    }

    /** The tests, classes and methods that a rule found something at, accepted or not; sorted. */
    public List<String> subjects(String rule) {
        return found(rule).stream().map(WrittenJson::nameOf).sorted().toList();
    }

    /** The findings of a rule. */
    public List<Map<String, Object>> found(String rule) {
        return WrittenJson.objects(json.get("findings")).stream()
                .filter(finding -> WrittenJson.text(finding, "rule").equals(rule))
                .toList();
    }

    /** The rules that found something. */
    public Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        WrittenJson.objects(json.get("findings")).forEach(finding -> rules.add(WrittenJson.text(finding, "rule")));
        return rules;
    }

    /** What was looked at. */
    public Map<String, Object> lint() {
        return WrittenJson.object(json.get("lint"));
    }

    /** The whole file, as maps and lists. */
    public Map<String, Object> json() {
        return json;
    }
}
