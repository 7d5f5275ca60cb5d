package io.github.testhygiene.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * How a module's failsafe plugin is configured, as far as we need to know.
 *
 * @param reuseForks whether test classes share a JVM
 * @param classPath what its own {@code <additionalClasspathElements>} hold
 * @param jvm the java executable that {@code <jvm>} names; null if there is none
 * @param jdkToolchain what {@code <jdkToolchain>} asks for; empty if there is none
 */
public record FailsafeExecution(
        boolean reuseForks,
        ExtraClassPath classPath,
        @Nullable String jvm,
        Map<String, String> jdkToolchain) {

    /** Copies the map. */
    public FailsafeExecution {
        jdkToolchain = Map.copyOf(jdkToolchain);
    }

    /** The project property that holds our entry of the class path. */
    public static final String OUR_ENTRY = "test-hygiene.classpath";

    static final String PLUGIN = "org.apache.maven.plugins:maven-failsafe-plugin";

    /** What the user's own {@code <additionalClasspathElements>} hold. */
    public enum ExtraClassPath {
        /** The user has none. */
        NONE,
        /** The user's own entries, and ours among them. */
        WITH_OURS,
        /** The user's own entries, without ours. */
        WITHOUT_OURS
    }

    /**
     * Reads a module's configuration.
     *
     * @param project the module
     * @param session the build
     * @return empty if it has no failsafe execution that runs tests
     */
    public static Optional<FailsafeExecution> of(MavenProject project, MavenSession session) {
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin == null) {
            return Optional.empty();
        }
        List<Xpp3Dom> configurations = new ArrayList<>();
        boolean runsTests = false;
        for (PluginExecution execution : plugin.getExecutions()) {
            if (execution.getGoals().contains("integration-test")) {
                runsTests = true;
                add(execution.getConfiguration(), configurations);
            }
        }
        add(plugin.getConfiguration(), configurations);
        return runsTests ? Optional.of(read(configurations, project, session)) : Optional.empty();
    }

    /**
     * How many executions run tests.
     *
     * @param project the module
     * @return 0 or more
     */
    public static long count(MavenProject project) {
        Plugin plugin = project.getPlugin(PLUGIN);
        return plugin == null
                ? 0
                : plugin.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains("integration-test"))
                        .count();
    }

    /**
     * Whether a module has test classes at all.
     *
     * @param project the module
     * @return true if its test output folder is there
     */
    public static boolean hasTestClasses(MavenProject project) {
        return Files.isDirectory(Path.of(project.getBuild().getTestOutputDirectory()));
    }

    private static FailsafeExecution read(List<Xpp3Dom> configurations, MavenProject project, MavenSession session) {
        String reuse = value(configurations, "reuseForks", "reuseForks", project, session);
        String jvm = value(configurations, "jvm", "jvm", project, session);
        return new FailsafeExecution(
                !"false".equals(reuse),
                extraClassPath(configurations),
                jvm == null || jvm.isBlank() ? null : jvm,
                jdkToolchain(configurations));
    }

    private static Map<String, String> jdkToolchain(List<Xpp3Dom> configurations) {
        Map<String, String> wanted = new HashMap<>();
        configurations.stream()
                .map(configuration -> configuration.getChild("jdkToolchain"))
                .filter(Objects::nonNull)
                .flatMap(toolchain -> Stream.of(toolchain.getChildren()))
                .filter(child -> child.getValue() != null)
                .forEach(child -> wanted.putIfAbsent(child.getName(), child.getValue()));
        return wanted;
    }

    private static ExtraClassPath extraClassPath(List<Xpp3Dom> configurations) {
        List<Xpp3Dom> elements = configurations.stream()
                .map(configuration -> configuration.getChild("additionalClasspathElements"))
                .filter(Objects::nonNull)
                .toList();
        if (elements.isEmpty()) {
            return ExtraClassPath.NONE;
        }
        boolean ours = elements.stream().allMatch(element -> element.toString().contains(OUR_ENTRY));
        return ours ? ExtraClassPath.WITH_OURS : ExtraClassPath.WITHOUT_OURS;
    }

    private static @Nullable String value(
            List<Xpp3Dom> configurations, String element, String property, MavenProject project, MavenSession session) {
        for (Xpp3Dom configuration : configurations) {
            Xpp3Dom child = configuration.getChild(element);
            if (child != null && child.getValue() != null) {
                return child.getValue().strip();
            }
        }
        String byUser = session.getUserProperties().getProperty(property);
        return byUser != null ? byUser : project.getProperties().getProperty(property);
    }

    private static void add(@Nullable Object configuration, List<Xpp3Dom> configurations) {
        if (configuration instanceof Xpp3Dom dom) {
            configurations.add(dom);
        }
    }
}
