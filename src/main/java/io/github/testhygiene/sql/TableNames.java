package io.github.testhygiene.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables that there are, found by the names that statements call them. */
public final class TableNames {

    private final Map<List<String>, Set<String>> byName = new HashMap<>();

    /**
     * Tables.
     *
     * @param canonical their names as PostgreSQL writes them, with their schemas, for example
     *     {@code public."Order Items"}
     */
    public TableNames(Collection<String> canonical) {
        this(canonical, Map.of());
    }

    /**
     * Tables and views; who names a view means the tables behind it.
     *
     * @param canonical the tables' names
     * @param views for each view's name those of the tables and views that it reads
     */
    public TableNames(Collection<String> canonical, Map<String, Set<String>> views) {
        canonical.forEach(table -> add(table, Set.of(table)));
        views.keySet().forEach(view -> {
            Set<String> behind = new TreeSet<>();
            collect(view, views, behind);
            behind.retainAll(canonical);
            add(view, behind);
        });
    }

    private static void collect(String name, Map<String, Set<String>> views, Set<String> found) {
        for (String behind : views.getOrDefault(name, Set.of())) {
            if (found.add(behind)) {
                collect(behind, views, found);
            }
        }
    }

    private void add(String canonical, Set<String> tables) {
        List<String> parts = SqlTokens.of(canonical).parts();
        for (int i = Math.max(0, parts.size() - 2); i < parts.size(); i++) {
            List<String> name = parts.subList(i, parts.size());
            byName.computeIfAbsent(name, each -> new TreeSet<>()).addAll(tables);
        }
    }

    /**
     * The tables that are meant. A name without a schema means the tables of that name in all schemas, as nobody knows
     * the session's search path.
     *
     * @param identifiers names by their parts; one that is no table's is left out
     * @return canonical names, sorted
     */
    public Set<String> resolve(Collection<List<String>> identifiers) {
        Set<String> tables = new TreeSet<>();
        for (List<String> parts : identifiers) {
            List<String> name = parts.subList(Math.max(0, parts.size() - 2), parts.size());
            tables.addAll(byName.getOrDefault(name, Set.of()));
        }
        return tables;
    }
}
