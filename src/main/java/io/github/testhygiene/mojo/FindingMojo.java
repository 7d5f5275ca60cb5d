package io.github.testhygiene.mojo;

import io.github.testhygiene.check.RuleSettings;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.gate.FindingPolicy;
import io.github.testhygiene.gate.GatePolicy;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of goals that find something: how seriously it is taken, and what is accepted. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class FindingMojo extends GatedMojo {

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

    FindingPolicy findingPolicy(GatePolicy policy) {
        return new FindingPolicy(
                RuleSettings.levels(rules, SettingValues.blankToNull(rulesOfTheCommandLine), policy),
                suppressions.stream().map(Suppress::checked).toList());
    }
}
