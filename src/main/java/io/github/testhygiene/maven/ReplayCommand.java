package io.github.testhygiene.maven;

import io.github.testhygiene.model.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the command lines with which a person sees something again.
 *
 * @param start {@code mvn} and a goal, with what the build was called with
 */
public record ReplayCommand(String start) {

    private static final String PREFIX = "test-hygiene.";

    private static final String PASSWORD = PREFIX + "password";
    private static final String OUTPUT = PREFIX + "outputDirectory";
    private static final Set<String> CHOSEN_HERE = Set.of(
            PREFIX + "tests",
            PREFIX + "select",
            PREFIX + "since",
            PREFIX + "seed",
            PREFIX + "orders",
            PREFIX + "effort",
            PREFIX + "onlyRun");

    /**
     * Checks a module of a build again.
     *
     * @param project the module
     * @param session the build
     * @return the beginning of its commands
     */
    public static ReplayCommand of(MavenProject project, MavenSession session) {
        // Its own report would take the place of the one that names the command.
        return of("verify", project, session, Set.of(PASSWORD, OUTPUT));
    }

    /**
     * Replays something of a module's report.
     *
     * @param project the module
     * @param session the build
     * @param ours this plugin
     * @return the beginning of its commands
     */
    public static ReplayCommand replaying(MavenProject project, MavenSession session, Plugin ours) {
        String goal = isPrefixKnown(session, ours) ? "test-hygiene" : ours.getKey() + ":" + ours.getVersion();
        return of(goal + ":replay", project, session, Set.of(PASSWORD));
    }

    private static ReplayCommand of(String goal, MavenProject project, MavenSession session, Set<String> leftOut) {
        List<String> words = new ArrayList<>(List.of("mvn", goal));
        // Of the profiles that were asked for, those that exist.
        List<String> profiles = session.getRequest().getActiveProfiles().stream()
                .filter(id -> project.getInjectedProfileIds().values().stream().anyMatch(ids -> ids.contains(id)))
                .toList();
        if (!profiles.isEmpty()) {
            words.add("-P" + String.join(",", profiles));
        }
        if (modules(session).size() > 1) {
            words.addAll(List.of("-pl", ":" + project.getArtifactId(), "-am"));
        }
        words.addAll(ownProperties(session.getUserProperties(), leftOut));
        return new ReplayCommand(String.join(" ", words));
    }

    /** All there are, and not only those that {@code -pl} selects. */
    private static List<MavenProject> modules(MavenSession session) {
        List<MavenProject> all = session.getAllProjects();
        return all == null ? session.getProjects() : all;
    }

    /** Maven reads the prefixes of the plugins in the top project's POM, and those of well-known groups. */
    private static boolean isPrefixKnown(MavenSession session, Plugin ours) {
        List<MavenProject> modules = modules(session);
        return modules.size() == 1
                && (has(modules.get(0).getBuild(), ours) || has(modules.get(0).getPluginManagement(), ours));
    }

    private static boolean has(@Nullable PluginContainer container, Plugin ours) {
        return container != null && container.getPluginsAsMap().containsKey(ours.getKey());
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
    private static List<String> ownProperties(Properties user, Set<String> leftOut) {
        return user.stringPropertyNames().stream()
                .filter(name -> name.equals("it.test") || name.startsWith(PREFIX))
                .filter(name -> !CHOSEN_HERE.contains(name) && !leftOut.contains(name))
                .filter(name -> !holdsSecret(name, user.getProperty(name)))
                .sorted()
                .map(name -> "-D" + name + "=" + quoted(user.getProperty(name)))
                .toList();
    }

    private static boolean holdsSecret(String name, String value) {
        return SecretNames.suggest(name) || !SecretNames.maskParameters(value).equals(value);
    }

    private static String quoted(String value) {
        return value.matches("[\\w.,:/=+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
