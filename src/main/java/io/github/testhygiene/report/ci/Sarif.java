package io.github.testhygiene.report.ci;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log in the Static Analysis Results Interchange Format, as far as we need it. The components are named as they stand in
 * the JSON, where what is null is left out.
 *
 * @param schema where the format is described
 * @param version the format's version
 * @param runs what was found, by tool and module
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
record Sarif(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    /** The base of all paths: the root of the checkout. */
    static final String ROOT = "%SRCROOT%";

    static Sarif of(Run run) {
        return new Sarif(
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                "2.1.0",
                List.of(run));
    }

    record Run(
            Tool tool,
            AutomationDetails automationDetails,
            List<Invocation> invocations,
            Map<String, BaseLocation> originalUriBaseIds,
            List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, String version, List<RuleDescriptor> rules) {}

    record RuleDescriptor(
            String id,
            String name,
            Text shortDescription,
            Text fullDescription,
            @Nullable String helpUri,
            @Nullable Help help,
            Configuration defaultConfiguration) {}

    record Configuration(boolean enabled, String level) {}

    record Text(String text) {}

    record Help(String text, String markdown) {}

    record AutomationDetails(String id) {}

    record BaseLocation(Text description) {}

    record Invocation(
            boolean executionSuccessful, String startTimeUtc, List<Notification> toolExecutionNotifications) {}

    record Notification(String level, Text message) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            List<Suppressed> suppressions,
            @Nullable String baselineState) {}

    record Suppressed(String kind) {}

    record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(
            ArtifactLocation artifactLocation, @Nullable Region region) {}

    record ArtifactLocation(String uri, @Nullable String uriBaseId) {}

    record Region(int startLine) {}

    record LogicalLocation(String name, String fullyQualifiedName, String kind) {}
}
