package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.model.LaunchRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the JVMs of one module's re-runs start sooner. Safe for use by several threads. */
public final class FastForks implements AutoCloseable {

    private final ForkPlaces places;
    private final ForkCache cache;
    private final Consumer<String> log;
    private final Map<Integer, FastLaunch> launches = new HashMap<>();
    private boolean closed;

    /**
     * For one module.
     *
     * @param places where our classes and the project's are
     * @param cache a folder for archives of classes, kept from build to build; made if it is not there
     * @param log told once for each recipe without an archive
     */
    public FastForks(ForkPlaces places, Path cache, Consumer<String> log) {
        this.places = places;
        this.cache = new ForkCache(cache, ForkCache.MOST_BYTES);
        this.log = log;
    }

    /** How the next JVM of a recipe is launched. */
    FastLaunch.Prepared next(int number, LaunchRecipe recipe, boolean knowsMoreClasses) {
        return launch(number, recipe).next(knowsMoreClasses);
    }

    private synchronized FastLaunch launch(int number, LaunchRecipe recipe) {
        FastLaunch launch = launches.get(number);
        if (launch == null) {
            launch = FastLaunch.of(recipe, places, cache);
            launches.put(number, launch);
        }
        return launch;
    }

    /** Why classes come from no archive: a reason for each recipe without one, each once. */
    private List<String> withoutArchive() {
        List<String> reasons = new ArrayList<>();
        for (FastLaunch each : launches.values()) {
            @Nullable String reason = each.withoutArchive();
            if (reason != null && !reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    /** Keeps the cache small, and says what stood in the way. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        withoutArchive().forEach(reason -> log.accept("Re-runs had no archive of classes: " + reason));
        try {
            cache.trim();
        } catch (IOException e) {
            log.accept("The cache of archives could not be tidied up: " + e);
        }
    }
}
