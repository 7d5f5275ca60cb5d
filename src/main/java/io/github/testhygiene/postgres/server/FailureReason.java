package io.github.testhygiene.postgres.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that tell most in a chain of exceptions. */
public final class FailureReason {

    /** How the Docker engine's client reports an error: a status and a JSON object around the words. */
    private static final Pattern ENGINE_ERROR =
            Pattern.compile("Status \\d+: \\{\"message\":\"(.*)\"\\}", Pattern.DOTALL);

    private FailureReason() {}

    /** Whether an exception of this kind is in the chain. */
    static boolean contains(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (kind.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** The deepest cause's message, in one line; its class where it has none. */
    public static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        if (message == null || message.isBlank()) {
            return deepest.getClass().getSimpleName();
        }
        Matcher engine = ENGINE_ERROR.matcher(message);
        String words = engine.find() ? engine.group(1).replace("\\\"", "\"") : message;
        return words.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
