package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.LintAdvice;
import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.lint.SourceFiles;
import io.github.testhygiene.lint.TestSelections;
import io.github.testhygiene.maven.FailsafeSelection;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.RecordedTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** From a module to what a look at its tests' bytecode says. */
final class LintStage {

    /** Where plugins for other languages find their sources without telling Maven. */
    private static final List<String> OTHER_SOURCES = List.of("src/test/kotlin", "src/test/groovy", "src/test/scala");

    private final MavenProject project;
    private final MavenSession session;

    LintStage(MavenProject project, MavenSession session) {
        this.project = project;
        this.session = session;
    }

    /**
     * Looks at the tests that failsafe's configuration selects.
     *
     * @throws ProblemException if failsafe's selection or the class path is not available
     */
    LintOutcome look() {
        FailsafeSelection selection = FailsafeSelection.of(project, session);
        return LintOutcome.of(
                new LintTarget(
                        selection.classes(),
                        selection.folders(),
                        classPath(),
                        TestSelections.inGroups(selection.groups())),
                sources());
    }

    /** Looks at the tests that ran, whatever selected them; at the configured ones if no test with a class ran. */
    private LintOutcome look(List<RecordedTest> recorded) {
        List<String> classes = recorded.stream()
                .filter(test -> !test.classNames().isEmpty())
                .map(RecordedTest::topLevelClass)
                .distinct()
                .sorted()
                .toList();
        if (classes.isEmpty()) {
            return look();
        }
        List<Path> folders = FailsafeSelection.of(project, session).folders();
        return LintOutcome.of(
                new LintTarget(classes, folders, classPath(), TestSelections.recorded(recorded)), sources());
    }

    /**
     * Looks at the tests that ran, and if that ends with an error says so instead: the other checks do not depend on it.
     */
    LintOutcome lookOrSayWhyNot(List<RecordedTest> recorded) {
        try {
            return look(recorded);
        } catch (ProblemException e) {
            return LintOutcome.notLooked(e.problem().text());
        } catch (RuntimeException e) {
            return LintOutcome.notLooked(LintAdvice.lookFailed(e.toString()).text());
        }
    }

    private List<Path> classPath() {
        try {
            return project.getTestClasspathElements().stream().map(Path::of).toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new ProblemException(LintAdvice.noClassPath(String.valueOf(e.getMessage())), e);
        }
    }

    private SourceFiles sources() {
        List<Path> sourceRoots = Stream.concat(project.getTestCompileSourceRoots().stream(), OTHER_SOURCES.stream())
                .map(Path::of)
                .toList();
        List<Path> resourceRoots = project.getTestResources().stream()
                .map(Resource::getDirectory)
                .map(Path::of)
                .toList();
        return new SourceFiles(project.getBasedir().toPath(), sourceRoots, resourceRoots);
    }
}
