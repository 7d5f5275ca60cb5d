package io.github.testhygiene.mojo;

import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.check.RuleSettings;
import io.github.testhygiene.gate.FindingPolicy;
import io.github.testhygiene.gate.GatePolicy;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of goals that find something: how seriously it is taken, and what fails the build. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class FindingMojo extends HygieneMojo {

    /**
     * How seriously rules are taken, by id: {@code off}, {@code info}, {@code warning} or {@code error}. On the command
     * line {@code -Dtest-hygiene.rules=leaves-rows=error,advances-sequence=off}, which wins over the element.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> rules = Map.of();

    // Maven makes no map of a property's text.
    @Parameter(defaultValue = "${test-hygiene.rules}", readonly = true)
    private @Nullable String rulesOfTheCommandLine;

    /**
     * Findings that the project lives with, each a {@code <suppression>} with {@code <rule>}, {@code <tests>} (a class or
     * {@code class#method}; {@code *} stands for any characters but a dot, {@code **} for any; or a settings file) and
     * {@code <reason>}, which must be given. They stand in the report as accepted and fail nothing.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<Suppress> suppressions = List.of();

    /**
     * The rules whose findings fail the build, separated by commas; {@code none} for none. Rules: {@code victim},
     * {@code brittle}, {@code non-idempotent}, {@code failing}, {@code flaky}, {@code slow-test}, {@code slow-suite}, {@code unchecked},
     * {@code leaves-rows}, {@code leaves-schema}, {@code advances-sequence}, {@code leaves-session},
     * {@code leaves-cluster-state},
     * {@code never-reaches-database}, {@code write-not-read-back}, {@code uses-another-database},
     * {@code duplicate-statement}, {@code opens-connections}, {@code executed-twice}, {@code leaves-files},
     * {@code mocked-database}, {@code substitute-engine}, {@code fixed-database}, {@code container-per-test},
     * {@code schema-per-test}, {@code no-assertion}, {@code happy-path-only}, {@code declares-order},
     * {@code shared-mutable-state}, {@code global-state}, {@code sleeps}, {@code external-network}, {@code fixed-port},
     * {@code fixed-file}, {@code commits-by-hand}, {@code random-or-clock}, {@code unread-class},
     * {@code unused-suppression}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.failOn", defaultValue = "victim,brittle")
    private @Nullable String failOn;

    FindingPolicy findingPolicy(GatePolicy policy) {
        return new FindingPolicy(
                RuleSettings.levels(rules, blankToNull(rulesOfTheCommandLine), policy),
                suppressions.stream().map(Suppress::checked).toList());
    }

    GatePolicy gatePolicy() {
        return CheckSettings.policy(failOn == null ? "none" : failOn);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
