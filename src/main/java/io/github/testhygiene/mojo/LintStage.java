package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.LintAdvice;
import io.github.testhygiene.lint.Lint;
import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.lint.SourceFiles;
import io.github.testhygiene.maven.FailsafeSelection;
import io.github.testhygiene.model.ProblemException;
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
     * Looks.
     *
     * @throws ProblemException if failsafe's selection or the class path cannot be had
     */
    Lint look() {
        FailsafeSelection selection = FailsafeSelection.of(project, session);
        return Lint.of(new LintTarget(selection.classes(), selection.folders(), classPath()), sources());
    }

    /** Looks, and if that ends with an error says so instead: the other checks do not depend on it. */
    Lint lookOrSayWhyNot() {
        try {
            return look();
        } catch (ProblemException e) {
            return Lint.notLooked(e.problem().text());
        } catch (RuntimeException e) {
            return Lint.notLooked(LintAdvice.lookFailed(e.toString()).text());
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
