package io.github.testhygiene.report;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks at a report with.
 *
 * @param width its width in CSS pixels
 * @param height its height in CSS pixels
 * @param scheme what the system prefers
 */
record Screen(int width, int height, ColorScheme scheme) {

    static final Screen DESKTOP = new Screen(1280, 900, ColorScheme.LIGHT);
    static final Screen PHONE = new Screen(390, 844, ColorScheme.LIGHT);

    /** Both sizes, in both schemes. */
    static List<Screen> all() {
        return List.of(DESKTOP, DESKTOP.dark(), PHONE, PHONE.dark());
    }

    Screen dark() {
        return new Screen(width, height, ColorScheme.DARK);
    }

    /** For example {@code 390-dark}. */
    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
