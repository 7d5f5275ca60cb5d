package io.github.testhygiene.check;

import io.github.testhygiene.evidence.EvidenceRules;
import io.github.testhygiene.gate.FindingPolicy;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.Seed;
import io.github.testhygiene.timing.TimeLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@code isolate}, checked. {@code provision} makes the same record of them, so that a mistake is reported
 * before the tests run.
 *
 * @param tests the pattern of tests to check; null for all
 * @param seed where random orders come from
 * @param orders how many of them
 * @param onlyRun the one run to make; null for all
 * @param timeBudget how long checking may take
 * @param runTimeout how long one JVM may take; null for a limit derived from the reference run
 * @param parallel how many runs at a time
 * @param limits the limits for tests and suite
 * @param policy what fails the build
 * @param evidence the limits of the rules about what the database saw
 * @param findings what the project makes of findings
 * @param scope how much is checked, and in what kind of JVM and files
 * @param ci for which CI system to write besides the report
 */
public record CheckSettings(
        @Nullable TestPattern tests,
        Seed seed,
        int orders,
        @Nullable String onlyRun,
        Duration timeBudget,
        @Nullable Duration runTimeout,
        int parallel,
        TimeLimits limits,
        GatePolicy policy,
        EvidenceRules evidence,
        FindingPolicy findings,
        CheckScope scope,
        CiChoice ci) {

    /** The same with another number of runs at a time. */
    public CheckSettings withParallel(int number) {
        return new CheckSettings(
                tests,
                seed,
                orders,
                onlyRun,
                timeBudget,
                runTimeout,
                number,
                limits,
                policy,
                evidence,
                findings,
                scope,
                ci);
    }

    /**
     * Returns how many runs are made at a time where nothing is said.
     *
     * @return half the processors, at least 1, at most 8
     */
    public static int defaultParallel() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** The day as a number, so that a day's builds agree and the next day tries other orders. */
    public static Seed seedOfTheDay() {
        return new Seed(Long.parseLong(LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE)));
    }
}
