package io.github.testhygiene.report;

/** Gives words the colour of what they say, where there are colours. */
@FunctionalInterface
public interface ConsoleColor {

    /** Leaves everything as it is. */
    ConsoleColor NONE = (tone, text) -> text;

    /** What words say. */
    enum Tone {
        /** All is well. */
        GOOD,
        /** Something has to be mended. */
        BAD,
        /** Something should be looked at. */
        CAUTION
    }

    /**
     * Colours a text.
     *
     * @param tone what it says
     * @param text fit to be shown
     * @return the text, with what the terminal needs around it
     */
    String paint(Tone tone, String text);
}
