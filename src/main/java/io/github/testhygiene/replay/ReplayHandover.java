package io.github.testhygiene.replay;

import io.github.testhygiene.advice.ReplayAdvice;
import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.model.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code provision} tells {@code replay}: which module knows what is asked for. Safe for use by several threads.
 */
public final class ReplayHandover {

    /**
     * A module's scenario, with the settings that {@code provision} has for it.
     *
     * @param scenario what to replay
     * @param settings how its tests are run
     */
    public record Plan(ReplayScenario scenario, CheckSettings settings) {}

    private final Map<String, Plan> plans = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Set<String> near = new LinkedHashSet<>();
    private final Set<String> done = new HashSet<>();
    private boolean reportRead;
    private @Nullable Path missing;

    /** A module knows what is asked for. */
    synchronized void known(String module, Plan plan) {
        plans.put(module, plan);
    }

    /** A module's report does not know it. */
    synchronized void unknown(String module, List<String> resembling) {
        unknown.add(module);
        near.addAll(resembling);
        reportRead = true;
    }

    /** A module has no report. */
    synchronized void noReport(String module, Path file) {
        unknown.add(module);
        missing = missing == null ? file : missing;
    }

    /**
     * Returns what is to be replayed in a module.
     *
     * @param module the module
     * @return empty if it does not know what is asked for
     */
    public synchronized Optional<Plan> plan(String module) {
        return Optional.ofNullable(plans.get(module));
    }

    /** Why nothing is replayed in a module. */
    public synchronized String reason(String module) {
        return unknown.contains(module)
                ? "what is to be replayed stands in no report of this module"
                : "the goal provision did not run in this module";
    }

    /**
     * Notes that a module is done with.
     *
     * @param module the module
     * @param modules how many there are
     * @param asked what is asked for
     * @return what is wrong if this was the last module, and none of them knew it
     */
    public synchronized Optional<Problem> done(String module, int modules, String asked) {
        done.add(module);
        if (done.size() < modules || !plans.isEmpty()) {
            return Optional.empty();
        } else if (unknown.isEmpty()) {
            return Optional.of(ReplayAdvice.notProvisioned());
        }
        return Optional.of(
                missing == null || reportRead
                        ? ReplayAdvice.unknown(asked, List.copyOf(near))
                        : ReplayAdvice.noReport(missing));
    }
}
