package io.github.testhygiene.report.trend;

import io.github.testhygiene.model.HygieneReport;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept from build to build, for all modules that share a file.
 *
 * @param schemaVersion the shape's version
 * @param modules what is kept of each, by {@code groupId:artifactId}
 */
public record History(int schemaVersion, SortedMap<String, ModuleHistory> modules) {

    /** The shape's version that this class describes. */
    public static final int SCHEMA_VERSION = 1;

    /** Nothing yet. */
    public static final History NONE = new History(SCHEMA_VERSION, new TreeMap<>());

    /** Checks that there is a version; copies the map. */
    public History {
        if (schemaVersion < 1) {
            throw new IllegalArgumentException("no version of a history: " + schemaVersion);
        }
        modules.values().forEach(each -> Objects.requireNonNull(each, "module"));
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
    }

    /**
     * What is kept of a module.
     *
     * @param project the module; its version does not matter
     * @return {@link ModuleHistory#NONE} if there is nothing yet
     */
    public ModuleHistory of(HygieneReport.Project project) {
        return modules.getOrDefault(key(project), ModuleHistory.NONE);
    }

    /**
     * The same history with another one of a module.
     *
     * @param project the module
     * @param history what is to be kept of it
     * @return all other modules as here
     */
    public History with(HygieneReport.Project project, ModuleHistory history) {
        SortedMap<String, ModuleHistory> others = new TreeMap<>(modules);
        others.put(key(project), history);
        return new History(schemaVersion, others);
    }

    private static String key(HygieneReport.Project project) {
        return project.groupId() + ":" + project.artifactId();
    }
}
