package io.github.testhygiene.maven;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.Artifact;

/**
 * The system properties that tell a module's tests where their database is.
 *
 * @param always names that get their value whatever else is set
 * @param defaults the names that a framework on the test class path reads, for where the user has set none
 */
public record ProjectExports(Map<String, String> always, Map<String, String> defaults) {

    private static final String PREFIX = "test-hygiene.jdbc.";
    private static final String PASSWORD = "password";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Copies the maps. */
    public ProjectExports {
        always = Map.copyOf(always);
        defaults = Map.copyOf(defaults);
    }

    /**
     * The exports for one database.
     *
     * @param database where it is
     * @param artifacts the module's test class path
     * @param templates the user's own names and values with {@code {jdbcUrl}}, {@code {username}}, {@code {password}},
     *     {@code {host}}, {@code {port}}, {@code {database}} in them
     * @return the exports
     */
    public static ProjectExports of(
            DatabaseCoordinates database, Collection<Artifact> artifacts, Map<String, String> templates) {
        Map<String, String> always = new LinkedHashMap<>();
        always.put(PREFIX + "url", database.jdbcUrl());
        always.put(PREFIX + "username", database.username());
        always.put(PREFIX + PASSWORD, database.password());
        always.put(PREFIX + "host", database.host());
        always.put(PREFIX + "port", Integer.toString(database.port()));
        always.put(PREFIX + "database", database.database());
        templates.forEach((name, template) -> always.put(name, fill(template, database)));
        Map<String, String> defaults = new LinkedHashMap<>();
        if (has(artifacts, "org.springframework.boot", "spring-boot")) {
            addDefaults(defaults, "spring.datasource.", "url", database);
        }
        if (has(artifacts, "io.quarkus", "quarkus-core")) {
            addDefaults(defaults, "quarkus.datasource.", "jdbc.url", database);
        }
        if (has(artifacts, "io.micronaut", "micronaut-inject")) {
            addDefaults(defaults, "datasources.default.", "url", database);
        }
        defaults.keySet().removeAll(always.keySet());
        return new ProjectExports(always, defaults);
    }

    /**
     * The same without the password, which the driver takes from a file.
     *
     * @param property the system property that names the file to the driver
     * @param file the file
     * @return everything else as here; names of the user's own keep what the user put into them
     */
    public ProjectExports withPasswordFile(String property, Path file) {
        Map<String, String> others = new LinkedHashMap<>(always);
        others.remove(PREFIX + PASSWORD);
        others.put(property, file.toString());
        Map<String, String> otherDefaults = new LinkedHashMap<>(defaults);
        otherDefaults.keySet().removeIf(name -> name.endsWith("." + PASSWORD));
        return new ProjectExports(others, otherDefaults);
    }

    /**
     * The names, for the log; the values would tell the password.
     *
     * @return sorted and joined by commas
     */
    public String names() {
        Set<String> names = new TreeSet<>(always.keySet());
        names.addAll(defaults.keySet());
        return String.join(", ", names);
    }

    private static void addDefaults(
            Map<String, String> defaults, String prefix, String urlName, DatabaseCoordinates database) {
        defaults.put(prefix + urlName, database.jdbcUrl());
        defaults.put(prefix + "username", database.username());
        defaults.put(prefix + PASSWORD, database.password());
    }

    private static boolean has(Collection<Artifact> artifacts, String groupId, String artifactId) {
        return artifacts.stream()
                .anyMatch(artifact -> artifact.getGroupId().equals(groupId)
                        && artifact.getArtifactId().equals(artifactId));
    }

    private static String fill(String template, DatabaseCoordinates database) {
        // In one pass, since a value may look like a placeholder.
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(
                        switch (match.group(1)) {
                            case "jdbcUrl" -> database.jdbcUrl();
                            case "username" -> database.username();
                            case "password" -> database.password();
                            case "host" -> database.host();
                            case "port" -> Integer.toString(database.port());
                            case "database" -> database.database();
                            default -> match.group();
                        }));
    }
}
