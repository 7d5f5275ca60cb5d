package io.github.testhygiene.model;

import org.jspecify.annotations.Nullable;

/** The cause of an error as a stack trace shows it, with its place and without a secret that its message holds. */
public final class MaskedFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private MaskedFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns a failure without secrets.
     *
     * @param failure the failure and its causes
     * @param secrets what must not be shown
     * @return the failure itself if no message in it holds a secret; else one with the same stack traces
     */
    public static Throwable mask(Throwable failure, Secrets secrets) {
        Throwable cause = failure.getCause();
        Throwable maskedCause = cause == null ? null : mask(cause, secrets);
        String text = failure.toString();
        String masked = secrets.mask(text);
        if (masked.equals(text) && maskedCause == cause) {
            return failure;
        }
        MaskedFailure copy = new MaskedFailure(masked, maskedCause);
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }
}
