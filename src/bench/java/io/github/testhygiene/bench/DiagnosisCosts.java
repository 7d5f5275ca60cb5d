package io.github.testhygiene.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints for each finding of a report how many runs it took to search, repeat, locate and prove it, and how long. */
final class DiagnosisCosts {

    private static final class Cost {
        private final Map<String, Integer> runs = new TreeMap<>();
        private long millis;
    }

    private DiagnosisCosts() {}

    /** The argument is a report.json. */
    public static void main(String[] arguments) throws IOException {
        JsonNode report = JsonMapper.shared().readTree(Path.of(arguments[0]));
        Map<String, String> findings = new LinkedHashMap<>();
        for (JsonNode test : report.get("tests")) {
            String verdict = test.get("verdict").asString();
            if (test.has("diagnosis") || verdict.equals("non-idempotent")) {
                String type = test.get("className").asString();
                String name = type.substring(type.lastIndexOf('.') + 1) + "." + test.get("methodName").asString();
                String leak = test.has("leak") ? ", " + test.get("leak").asString() : "";
                findings.put(name, verdict + leak);
            }
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        findings.keySet().forEach(name -> costs.put(name, new Cost()));
        for (JsonNode run : report.get("runs")) {
            String[] label = run.get("label").asString().split(":");
            Cost cost = label.length > 1 ? costs.get(label[1]) : null;
            if (cost != null && !label[0].equals("alone")) {
                cost.runs.merge(label[0], 1, Integer::sum);
                cost.millis += run.get("durationMillis").asLong();
            }
        }
        System.out.println("| test | finding | search | repeat | locate | rows | seconds |");
        System.out.println("|---|---|---|---|---|---|---|");
        costs.forEach((name, cost) -> System.out.printf(
                "| `%s` | %s | %d | %d | %d | %d | %.1f |%n",
                name,
                findings.get(name),
                cost.runs.getOrDefault("search", 0),
                cost.runs.getOrDefault("confirm", 0)
                        + cost.runs.getOrDefault("proof", 0)
                        + cost.runs.getOrDefault("twice", 0),
                cost.runs.getOrDefault("locate", 0),
                cost.runs.getOrDefault("rows", 0),
                cost.millis / 1000.0));
    }
}
