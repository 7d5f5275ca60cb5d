package io.github.testhygiene.rerun.samples;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A main class that says what it was given. */
public final class Echo {

    private Echo() {}

    /**
     * Prints one line for each argument, and one for the property {@code sample}.
     *
     * @param arguments anything
     */
    public static void main(String[] arguments) {
        System.out.println(encoded(System.getProperty("sample")));
        for (String argument : arguments) {
            System.out.println(encoded(argument));
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
