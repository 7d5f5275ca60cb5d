package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.advice.SessionAdvice;
import io.github.testhygiene.model.MaskedFailure;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Secrets;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a goal throws into what the user reads. It is the only place that does: a problem of the user's, a file that
 * cannot be read or written, and a defect of the plugin each get a sentence and a next step.
 *
 * @param goal the goal's name
 * @param outputFolder where its report is, if it was written; null for a goal that writes none
 * @param buildStart a report that is older is one of another build
 * @param secrets what must not be shown
 */
record FailureTranslation(String goal, @Nullable Path outputFolder, Instant buildStart, Secrets secrets) {

    /**
     * Returns the exception that ends the build.
     *
     * @param failure what the goal threw
     * @return with the failure as its cause, both without secrets
     */
    MojoExecutionException translate(RuntimeException failure) {
        return new MojoExecutionException(secrets.mask(problem(failure).text()), MaskedFailure.mask(failure, secrets));
    }

    private Problem problem(RuntimeException failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        } else if (failure instanceof UncheckedIOException io) {
            return PathAdvice.inputOrOutputFailed(String.valueOf(io.getMessage()), PathAdvice.reason(io));
        }
        return SessionAdvice.unexpected(goal, failure.toString(), reportOfThisBuild());
    }

    private @Nullable Path reportOfThisBuild() {
        if (outputFolder == null) {
            return null;
        }
        File page = outputFolder.resolve("index.html").toFile();
        return page.lastModified() >= buildStart.toEpochMilli() ? page.toPath() : null;
    }
}
