package io.github.testhygiene.mojo;

import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.lint.ReachedCodeIndex;
import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.report.trend.BuildScope;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Finds out what a build looked at, so that what it did not look at is not called fixed. */
final class BuildScopeReader {

    /** What makes failsafe run a part of the suite, if it is said on the command line. */
    private static final Set<String> SELECTING = Set.of(
            "it.test",
            "groups",
            "excludedGroups",
            "failsafe.includes",
            "failsafe.excludes",
            "failsafe.includesFile",
            "failsafe.excludesFile",
            "failsafe.skipAfterFailureCount");

    private BuildScopeReader() {}

    static BuildScope by(
            MavenProject project,
            MavenSession session,
            CheckSettings settings,
            Set<TestId> measured,
            ReachedCodeIndex code) {
        return new BuildScope(
                SELECTING.stream().noneMatch(session.getUserProperties()::containsKey),
                settings.tests() == null && settings.scope().select() == SelectMode.ALL,
                settings.onlyRun() == null,
                rule -> !settings.findings().levels().isOff(rule),
                classesOf(project),
                measured,
                finding -> code.covers(finding.className(), finding.methodName()));
    }

    /** Whether the tests' class path has a class; if it is not known, every class may be there. */
    private static Predicate<String> classesOf(MavenProject project) {
        List<URL> urls = new ArrayList<>();
        try {
            for (String element : project.getTestClasspathElements()) {
                urls.add(Path.of(element).toUri().toURL());
            }
        } catch (DependencyResolutionRequiredException | MalformedURLException e) {
            return name -> true;
        }
        return name -> isIn(urls, name);
    }

    private static boolean isIn(List<URL> urls, String className) {
        // Nothing is loaded from it; a class of the JDK is no test.
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            return loader.findResource(className.replace('.', '/') + ".class") != null;
        } catch (IOException e) {
            return true;
        }
    }
}
