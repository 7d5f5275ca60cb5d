package io.github.testhygiene.mojo;

import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.GateResult;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameter of goals that judge findings, or that check early how findings will be judged. */
abstract class GatedMojo extends HygieneMojo {

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

    /** Returns what fails the build. */
    final GatePolicy gatePolicy() {
        return SettingValues.gatePolicy(failOn);
    }

    /**
     * Ends the goal if the gate is not passed.
     *
     * @param gate the result of the gate
     * @param what what is wrong with the tests, before the breaches
     * @param whereToRead where all findings are
     * @throws MojoFailureException if there is a breach
     */
    static void requirePassed(GateResult gate, String what, String whereToRead) throws MojoFailureException {
        if (!gate.passed()) {
            String breaches =
                    gate.breaches().stream().map(GateResult.Breach::message).collect(Collectors.joining("; "));
            throw new MojoFailureException(what + ": " + breaches + System.lineSeparator() + "  → Read " + whereToRead
                    + ", or change <failOn> (-Dtest-hygiene.failOn).");
        }
    }
}
