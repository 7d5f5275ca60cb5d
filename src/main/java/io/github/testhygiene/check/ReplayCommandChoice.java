package io.github.testhygiene.check;

import io.github.testhygiene.model.Effort;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Verdict;
import io.github.testhygiene.plan.Suite;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses for each test the command that shows its verdict again.
 *
 * @param replay writes a command that makes one run again, from settings without their prefix
 * @param verify writes a command that checks again, from settings without their prefix
 * @param settings what this build checked
 * @param ambiguous selectors of more than one test
 */
public record ReplayCommandChoice(
        Function<Map<String, String>, String> replay,
        Function<Map<String, String>, String> verify,
        CheckSettings settings,
        Set<String> ambiguous) {

    private static final int DEFAULT_ORDERS = 2;

    /** Copies the set. */
    public ReplayCommandChoice {
        ambiguous = Set.copyOf(ambiguous);
    }

    /** The selectors that more than one test has, such as those of overloaded methods. */
    public static Set<String> ambiguousIn(Recording recording) {
        Set<String> seen = new HashSet<>();
        return recording.tests().stream()
                .map(RecordedTest::selector)
                .filter(selector -> !seen.add(selector))
                .collect(Collectors.toSet());
    }

    String command(RecordedTest test, Verdict verdict) {
        Map<String, String> values = new LinkedHashMap<>();
        return switch (verdict.kind()) {
            case BRITTLE, FAILING, NON_IDEMPOTENT -> replay(test);
            // What happened in an order that nobody can choose is shown by the user's own order alone.
            case VICTIM, FLAKY -> Suite.orderable(test) ? replay(test) : checkOf(test);
            case ISOLATED -> {
                // By itself it would have no order to pass in.
                values.put("seed", settings.seed().toString());
                if (settings.orders() != DEFAULT_ORDERS) {
                    values.put("orders", Integer.toString(settings.orders()));
                }
                if (settings.scope().effort() != Effort.NORMAL) {
                    values.put("effort", settings.scope().effort().label());
                }
                if (settings.tests() != null) {
                    values.put("tests", settings.tests().text());
                }
                if (settings.scope().select() != SelectMode.ALL) {
                    values.put("select", SelectMode.ALL.label());
                }
                yield verify.apply(values);
            }
            case SKIPPED, UNCHECKED -> checkOf(test);
        };
    }

    private String replay(RecordedTest test) {
        boolean unique = !ambiguous.contains(test.selector());
        return replay.apply(
                Map.of("replay", unique ? test.selector() : test.id().value()));
    }

    private String checkOf(RecordedTest test) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tests", test.selector());
        if (settings.scope().select() != SelectMode.ALL) {
            values.put("select", SelectMode.ALL.label());
        }
        return verify.apply(values);
    }
}
