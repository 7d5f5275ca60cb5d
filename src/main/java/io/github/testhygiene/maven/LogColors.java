package io.github.testhygiene.maven;

import org.apache.maven.surefire.shared.utils.logging.MessageUtils;

/**
 * Maven's colours for lines of its log, as the user has set them ({@code -Dstyle.color}, {@code -Dstyle.failure} and so
 * on). Maven 3 and 4 share nothing else with plugins than whether there are colours, so surefire's way to them is taken.
 */
@SuppressWarnings("deprecation") // for an API of Maven 4, which Maven 3 does not have
public final class LogColors {

    private LogColors() {}

    /**
     * Something went well.
     *
     * @param text what to say
     * @return the text in that colour; as it is where there are no colours
     */
    public static String success(String text) {
        return on() ? MessageUtils.buffer().success(text).toString() : text;
    }

    /**
     * Something is to be looked at.
     *
     * @param text what to say
     * @return the text in that colour; as it is where there are no colours
     */
    public static String warning(String text) {
        return on() ? MessageUtils.buffer().warning(text).toString() : text;
    }

    /**
     * Something failed.
     *
     * @param text what to say
     * @return the text in that colour; as it is where there are no colours
     */
    public static String failure(String text) {
        return on() ? MessageUtils.buffer().failure(text).toString() : text;
    }

    /** Maven does not know of https://no-color.org. */
    private static boolean on() {
        String off = System.getenv("NO_COLOR");
        return off == null || off.isEmpty();
    }
}
