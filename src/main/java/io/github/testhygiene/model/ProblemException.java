package io.github.testhygiene.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Work cannot go on until the user mends something; its message is what the user is shown. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * For a problem with no underlying exception.
     *
     * @param problem what to say
     */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /**
     * For a problem that an exception told of.
     *
     * @param problem what to say
     * @param cause the exception
     */
    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
    }

    /**
     * What to say.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
