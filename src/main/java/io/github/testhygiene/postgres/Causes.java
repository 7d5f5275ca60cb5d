package io.github.testhygiene.postgres;

/** Finds the words that tell most in a chain of exceptions. */
final class Causes {

    private Causes() {}

    /** The deepest cause's message, in one line; its class where it has none. */
    static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null || message.isBlank()
                ? deepest.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
