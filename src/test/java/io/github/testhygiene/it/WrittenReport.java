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
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code report.json} that an integration test's project has written, checked against the JSON Schema, with short
 * questions to it, so that a {@code verify.groovy} reads like a specification. A test is called by its simple class name
 * and its method: {@code OrderIT.placesAnOrder}, {@code OrderIT.Nested.placesAnOrder}.
 */
public final class WrittenReport {

    private static final String SCHEMA = "/report.schema.json";

    private final Map<String, Object> json;

    private WrittenReport(File file) {
        JsonMapper mapper = new JsonMapper();
        JsonNode tree = mapper.readTree(file);
        validate(tree, file);
        this.json = WrittenJson.object(mapper.convertValue(tree, Map.class));
    }

    /**
     * Reads a project's report.
     *
     * @param basedir the project's or module's directory
     * @return its report, valid
     */
    public static WrittenReport of(File basedir) {
        return inDirectory(new File(basedir, "target"));
    }

    /**
     * Reads the report of a project that does not build into {@code target}.
     *
     * @param buildDirectory where it builds
     * @return its report, valid
     */
    public static WrittenReport inDirectory(File buildDirectory) {
        return new WrittenReport(reportIn(buildDirectory));
    }

    /**
     * Whether there is a report at all.
     *
     * @param basedir the project's or module's directory
     * @return true if so
     */
    public static boolean isIn(File basedir) {
        return reportIn(new File(basedir, "target")).exists();
    }

    /** The whole report, as maps and lists. */
    public Map<String, Object> json() {
        return json;
    }

    /** Every test's verdict. */
    public Map<String, String> verdicts() {
        Map<String, String> verdicts = new TreeMap<>();
        for (Map<String, Object> test : entries("tests")) {
            String previous = verdicts.put(WrittenJson.nameOf(test), WrittenJson.text(test, "verdict"));
            if (previous != null) {
                throw new AssertionError("Two tests are called " + WrittenJson.nameOf(test));
            }
        }
        return verdicts;
    }

    /** How many tests have which verdict. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        verdicts().values().forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return counts;
    }

    /** One test's verdict. */
    public String verdict(String test) {
        return WrittenJson.text(test(test), "verdict");
    }

    /** Why a test has its verdict; empty if the report has nothing to add. */
    public String reason(String test) {
        return WrittenJson.text(test(test), "reason");
    }

    /** One test's entry. */
    public Map<String, Object> test(String name) {
        return entries("tests").stream()
                .filter(test -> WrittenJson.nameOf(test).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + verdicts()));
    }

    /** Whom a test depends on. */
    public WrittenDiagnosis diagnosis(String test) {
        Map<String, String> names = new TreeMap<>();
        entries("tests").forEach(each -> names.put(WrittenJson.text(each, "id"), WrittenJson.nameOf(each)));
        return new WrittenDiagnosis(test(test), id -> names.getOrDefault(id, id));
    }

    /** The runs of a kind. */
    public List<Map<String, Object>> runs(String kind) {
        return entries("runs").stream()
                .filter(run -> WrittenJson.text(run, "kind").equals(kind))
                .toList();
    }

    /** The tests that a rule accuses, sorted. */
    public List<String> findings(String rule) {
        return found(rule).stream().map(WrittenJson::nameOf).sorted().toList();
    }

    /** What the findings of a rule say, sorted. */
    public List<String> messages(String rule) {
        return found(rule).stream()
                .map(finding -> WrittenJson.text(finding, "message"))
                .sorted()
                .toList();
    }

    /** The tests, classes and suites that a rule accuses of more than a remark, sorted. */
    public List<String> warnings(String rule) {
        return found(rule).stream()
                .filter(finding -> !WrittenJson.text(finding, "severity").equals("info"))
                .map(WrittenJson::nameOf)
                .sorted()
                .toList();
    }

    /** The findings of a rule. */
    public List<Map<String, Object>> found(String rule) {
        return entries("findings").stream()
                .filter(finding -> WrittenJson.text(finding, "rule").equals(rule))
                .toList();
    }

    /** The rows that a test left: by table, how many it inserted, updated and deleted. */
    public Map<String, List<Object>> rowsLeft(String test) {
        return WrittenJson.counts(WrittenJson.known(test(test), "rowsLeft"));
    }

    /** What a test left in one table. */
    public Map<String, Object> change(String test, String table) {
        return WrittenJson.objects(WrittenJson.known(test(test), "rowsLeft")).stream()
                .filter(change -> WrittenJson.text(change, "table").equals(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError(test + " left nothing in " + table + ": " + rowsLeft(test)));
    }

    /** What a test asked of the database. */
    public Map<String, Object> sql(String test) {
        return WrittenJson.object(WrittenJson.known(test(test), "sql"));
    }

    /** What a test left besides rows. */
    public Map<String, Object> traces(String test) {
        return WrittenJson.object(WrittenJson.known(test(test), "traces"));
    }

    /** The kinds of the reasons why a test is slow, the greatest first; empty if there is none. */
    public List<String> causes(String test) {
        return WrittenJson.objects(test(test).getOrDefault("slowBecause", List.of())).stream()
                .map(cause -> WrittenJson.text(cause, "kind"))
                .toList();
    }

    /** What the database saw of the run, apart from its tests. */
    public Map<String, Object> evidence() {
        return WrittenJson.object(WrittenJson.known(json, "evidence"));
    }

    /** The classes whose fixtures did something. */
    public Set<String> fixtures() {
        Set<String> classes = new TreeSet<>();
        WrittenJson.objects(evidence().get("classFixtures"))
                .forEach(fixture -> classes.add(WrittenJson.nameOf(fixture)));
        return classes;
    }

    /** What the fixtures of a class did. */
    public Map<String, Object> fixture(String className) {
        return WrittenJson.objects(evidence().get("classFixtures")).stream()
                .filter(fixture -> WrittenJson.nameOf(fixture).equals(className))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No fixtures of " + className + " in " + fixtures()));
    }

    /** The rows that the fixtures of a class left, as those of a test. */
    public Map<String, List<Object>> rowsLeftByFixtures(String className) {
        return WrittenJson.counts(WrittenJson.known(fixture(className), "rowsLeft"));
    }

    /** Whether the gate lets the build pass. */
    public boolean passed() {
        return (Boolean) gate().get("passed");
    }

    /** The rules that stand against it. */
    public Set<String> breaches() {
        Set<String> rules = new TreeSet<>();
        WrittenJson.objects(gate().get("breaches")).forEach(breach -> rules.add(WrittenJson.text(breach, "rule")));
        return rules;
    }

    @Override
    public String toString() {
        return verdicts() + ", breaches " + breaches();
    }

    private Map<String, Object> gate() {
        return WrittenJson.object(json.get("gate"));
    }

    private List<Map<String, Object>> entries(String name) {
        return WrittenJson.objects(json.get(name));
    }

    private static File reportIn(File buildDirectory) {
        return new File(buildDirectory, "test-hygiene/report.json");
    }

    private static void validate(JsonNode report, File file) {
        try (InputStream schema = WrittenReport.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new AssertionError("No " + SCHEMA + " on the test class path");
            }
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(report);
            if (!errors.isEmpty()) {
                throw new AssertionError(file + " does not follow the schema: " + errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
