package io.github.testhygiene.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Writes the command lines with which a person sees something again.
 *
 * @param start {@code mvn verify} with what the build was called with
 */
public record ReplayCommand(String start) {

    private static final String PREFIX = "test-hygiene.";

    private static final Set<String> CHOSEN_HERE = Set.of(
            PREFIX + "tests",
            PREFIX + "seed",
            PREFIX + "orders",
            PREFIX + "onlyRun",
            PREFIX + "password",
            PREFIX + "outputDirectory");

    /**
     * For a module of a build.
     *
     * @param project the module
     * @param session the build
     * @return the beginning of its commands
     */
    public static ReplayCommand of(MavenProject project, MavenSession session) {
        List<String> words = new ArrayList<>(List.of("mvn", "verify"));
        // Of the profiles that were asked for, those that exist.
        List<String> profiles = session.getRequest().getActiveProfiles().stream()
                .filter(id -> project.getInjectedProfileIds().values().stream().anyMatch(ids -> ids.contains(id)))
                .toList();
        if (!profiles.isEmpty()) {
            words.add("-P" + String.join(",", profiles));
        }
        if (session.getProjects().size() > 1) {
            words.addAll(List.of("-pl", ":" + project.getArtifactId(), "-am"));
        }
        words.addAll(ownProperties(session.getUserProperties()));
        return new ReplayCommand(String.join(" ", words));
    }

    /**
     * A whole command.
     *
     * @param settings our settings without their prefix, in order
     * @return one line for a POSIX shell
     */
    public String with(Map<String, String> settings) {
        StringBuilder command = new StringBuilder(start);
        settings.forEach((name, value) ->
                command.append(" -Dtest-hygiene.").append(name).append('=').append(quoted(value)));
        return command.toString();
    }

    /** What the build was called with, as far as it decides which tests run and on which server; never a password. */
    private static List<String> ownProperties(Properties user) {
        return user.stringPropertyNames().stream()
                .filter(name -> name.equals("it.test") || name.startsWith(PREFIX))
                .filter(name -> !CHOSEN_HERE.contains(name))
                .sorted()
                .map(name -> "-D" + name + "=" + quoted(user.getProperty(name)))
                .toList();
    }

    private static String quoted(String value) {
        return value.matches("[\\w.,:/=+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
