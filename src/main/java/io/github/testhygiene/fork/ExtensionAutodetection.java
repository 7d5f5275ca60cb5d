package io.github.testhygiene.fork;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Lets our extensions in through Jupiter's search for them, and none that would not have come in without us. Where that
 * is impossible, ours stay out, too: bodies are not measured, and no test can be left out with its fixtures kept.
 *
 * @param selective whether this Jupiter can let in some of the extensions that it finds, as it can since 5.12
 * @param found the names of the extensions that it would find
 */
record ExtensionAutodetection(boolean selective, Set<String> found) {

    static final String ENABLED = "junit.jupiter.extensions.autodetection.enabled";
    static final String INCLUDE = "junit.jupiter.extensions.autodetection.include";
    static final String EXCLUDE = "junit.jupiter.extensions.autodetection.exclude";

    // By name, since none of these classes is there where the tests run without Jupiter.
    private static final List<String> OURS =
            List.of("io.github.testhygiene.fork.BodyInterceptor", "io.github.testhygiene.fork.FixturesOnlyCondition");
    private static final String OUR_PATTERNS = String.join(",", OURS);
    private static final String EXTENSION = "org.junit.jupiter.api.extension.Extension";
    private static final List<String> CONSTANTS =
            List.of("org.junit.jupiter.engine.Constants", "org.junit.jupiter.api.Constants");

    ExtensionAutodetection {
        found = Set.copyOf(found);
    }

    /** What this JVM's Jupiter can do and would find; nothing if it is absent, or would fail on what it finds. */
    static ExtensionAutodetection ofThisJvm() {
        return new ExtensionAutodetection(canSelect(), extensions());
    }

    /**
     * What to set.
     *
     * @param users what the user has set, anywhere
     */
    Map<String, String> parameters(ConfigurationParameters users) {
        if (users.getBoolean(ENABLED).orElse(false)) {
            // Ours are found like all the others, unless the user names those that may come in. Whom the user keeps out
            // stays out, be it us.
            return users.get(INCLUDE)
                    .map(patterns -> Map.of(INCLUDE, patterns + "," + OUR_PATTERNS))
                    .orElse(Map.of());
        }
        if (selective && found.containsAll(OURS)) {
            return Map.of(ENABLED, "true", INCLUDE, OUR_PATTERNS, EXCLUDE, "");
        }
        return found.equals(Set.copyOf(OURS)) ? Map.of(ENABLED, "true") : Map.of();
    }

    /** The first of these classes that is there knows; the engine's own comes first. */
    private static boolean canSelect() {
        for (String constants : CONSTANTS) {
            try {
                return INCLUDE.equals(Class.forName(constants)
                        .getField("EXTENSIONS_AUTODETECTION_INCLUDE_PROPERTY_NAME")
                        .get(null));
            } catch (ClassNotFoundException e) {
                // Then the next one knows.
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                return false;
            }
        }
        return false;
    }

    /** Asks as Jupiter would; the extensions' classes are loaded, and no code of theirs runs. */
    private static Set<String> extensions() {
        try {
            return ServiceLoader.load(Class.forName(EXTENSION)).stream()
                    .map(extension -> extension.type().getName())
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException | RuntimeException | LinkageError | ServiceConfigurationError e) {
            return Set.of();
        }
    }
}
