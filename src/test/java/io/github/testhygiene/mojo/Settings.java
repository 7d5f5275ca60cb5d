package io.github.testhygiene.mojo;

import io.github.testhygiene.evidence.EvidenceRules;
import io.github.testhygiene.gate.FindingPolicy;
import io.github.testhygiene.gate.RuleLevels;
import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.ForkMode;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.timing.TimeLimits;
import java.time.Duration;
import java.util.List;

/** Settings for tests. */
final class Settings {

    private Settings() {}

    static CheckSettings of(String tests, int orders) {
        return new CheckSettings(
                tests == null ? null : new TestPattern(tests, test -> true),
                new Seed(20261122),
                orders,
                null,
                Duration.ofMinutes(10),
                null,
                1,
                false,
                TimeLimits.DEFAULTS,
                CheckSettings.policy("victim,brittle"),
                EvidenceRules.DEFAULTS,
                new FindingPolicy(RuleLevels.DEFAULTS, List.of()),
                new CheckScope(SelectMode.ALL, null, Effort.NORMAL, ForkMode.FAST));
    }
}
