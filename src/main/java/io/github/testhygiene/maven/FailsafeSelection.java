package io.github.testhygiene.maven;

import io.github.testhygiene.advice.LintAdvice;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.TestGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.surefire.util.DirectoryScanner;
import org.apache.maven.project.MavenProject;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The test classes that failsafe would run, found as failsafe finds them: its own code reads the patterns of each
 * execution.
 *
 * @param classes their names with dots, sorted, without nested ones
 * @param folders where they were looked for
 * @param groups for each of the classes what each execution that runs it selects by groups
 */
public record FailsafeSelection(List<String> classes, List<Path> folders, Map<String, List<TestGroups>> groups) {

    // As in failsafe's own IntegrationTestMojo.
    private static final List<String> INCLUDES = List.of("**/IT*.java", "**/*IT.java", "**/*ITCase.java");
    private static final List<String> EXCLUDES = List.of("**/*$*");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)}");

    /** Copies the lists. */
    public FailsafeSelection {
        classes = List.copyOf(classes);
        folders = List.copyOf(folders);
        groups = Map.copyOf(groups);
    }

    /**
     * Looks into a module's test output.
     *
     * @param project the module
     * @param session the build
     * @return the classes of all its failsafe executions together
     * @throws ProblemException if a file with patterns cannot be read, or a pattern makes no sense
     */
    public static FailsafeSelection of(MavenProject project, MavenSession session) {
        Plugin plugin = project.getPlugin(FailsafeExecution.PLUGIN);
        List<Xpp3Dom> executions = plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(execution -> execution.getGoals().contains("integration-test"))
                        .map(execution -> configuration(plugin, execution))
                        .toList();
        List<String> classes = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        Map<String, List<TestGroups>> groups = new HashMap<>();
        for (Xpp3Dom configuration : executions) {
            Path folder = folder(configuration, project, session);
            folders.add(folder);
            List<String> found = scan(folder, resolver(configuration, project, session));
            classes.addAll(found);
            TestGroups ofExecution = new TestGroups(
                    setting(configuration, "groups", project, session),
                    setting(configuration, "excludedGroups", project, session));
            found.forEach(name ->
                    groups.computeIfAbsent(name, each -> new ArrayList<>()).add(ofExecution));
        }
        return new FailsafeSelection(
                classes.stream().distinct().sorted().toList(),
                folders.stream().distinct().filter(Files::isDirectory).toList(),
                groups);
    }

    /** An execution's own configuration already has what the plugin's has. */
    private static Xpp3Dom configuration(Plugin plugin, PluginExecution execution) {
        Object configuration =
                execution.getConfiguration() == null ? plugin.getConfiguration() : execution.getConfiguration();
        return configuration instanceof Xpp3Dom dom ? dom : new Xpp3Dom("configuration");
    }

    private static Path folder(Xpp3Dom configuration, MavenProject project, MavenSession session) {
        String folder = text(configuration, "testClassesDirectory", project, session);
        Path base = project.getBasedir().toPath();
        return base.resolve(folder == null ? project.getBuild().getTestOutputDirectory() : folder);
    }

    private static List<String> scan(Path folder, TestListResolver resolver) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return new DirectoryScanner(folder.toFile(), resolver).scan().getClasses();
    }

    private static TestListResolver resolver(Xpp3Dom configuration, MavenProject project, MavenSession session) {
        String named = property("it.test", project, session);
        String test = named == null ? text(configuration, "test", project, session) : named;
        try {
            if (test != null) {
                return new TestListResolver(List.of(test.split(",")), EXCLUDES);
            }
            return new TestListResolver(
                    patterns(configuration, "includes", INCLUDES, project, session),
                    patterns(configuration, "excludes", EXCLUDES, project, session));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(LintAdvice.badPattern(String.valueOf(e.getMessage())), e);
        }
    }

    private static List<String> patterns(
            Xpp3Dom configuration, String element, List<String> defaults, MavenProject project, MavenSession session) {
        List<String> patterns = new ArrayList<>(inFile(configuration, element, project, session));
        Xpp3Dom list = configuration.getChild(element);
        Stream<String> values = list == null
                ? Stream.ofNullable(property("failsafe." + element, project, session))
                : Stream.of(list.getChildren())
                        .flatMap(child -> Stream.ofNullable(resolved(child.getValue(), project, session)));
        values.flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(patterns::add);
        return patterns.isEmpty() ? defaults : patterns;
    }

    private static List<String> inFile(
            Xpp3Dom configuration, String element, MavenProject project, MavenSession session) {
        String named = text(configuration, element + "File", project, session);
        String file = named == null ? property("failsafe." + element + "File", project, session) : named;
        if (file == null) {
            return List.of();
        }
        Path path = project.getBasedir().toPath().resolve(file);
        try (Stream<String> lines = Files.lines(path)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(
                    LintAdvice.unreadablePatterns(element + "File", path, String.valueOf(e.getMessage())), e);
        }
    }

    /** As Maven has it: what stands in the configuration wins over the property of the same name. */
    private static @Nullable String setting(
            Xpp3Dom configuration, String element, MavenProject project, MavenSession session) {
        String configured = text(configuration, element, project, session);
        return configured == null ? property(element, project, session) : configured;
    }

    private static @Nullable String text(
            Xpp3Dom configuration, String element, MavenProject project, MavenSession session) {
        Xpp3Dom child = configuration.getChild(element);
        return child == null ? null : resolved(child.getValue(), project, session);
    }

    /**
     * Resolves properties that Maven's model leaves as they are, since nobody had set them when it was read. Maven treats
     * an element that is nothing but an unset property as missing.
     */
    private static @Nullable String resolved(@Nullable String value, MavenProject project, MavenSession session) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        Matcher whole = PROPERTY.matcher(text);
        return whole.matches()
                ? property(whole.group(1), project, session)
                : PROPERTY.matcher(text)
                        .replaceAll(part -> Matcher.quoteReplacement(
                                Objects.requireNonNullElse(property(part.group(1), project, session), part.group())));
    }

    private static @Nullable String property(String name, MavenProject project, MavenSession session) {
        String byUser = session.getUserProperties().getProperty(name);
        String value = byUser == null ? project.getProperties().getProperty(name) : byUser;
        return value == null || value.isBlank() ? null : value.strip();
    }
}
