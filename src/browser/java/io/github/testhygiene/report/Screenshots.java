package io.github.testhygiene.report;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of reports in {@code target/screenshots}, so that a person can look. */
final class Screenshots {

    /** The folder; next to the pictures stand the figures of {@link PageFigures}. */
    static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Takes a picture of what can be seen without scrolling, and of the whole page where it has an end. */
    static Path take(Tab tab, WrittenPages page, Screen screen) {
        String name = page.name().toLowerCase(Locale.ROOT) + "-" + screen;
        Path file = FOLDER.resolve(name + ".png");
        tab.page().screenshot(new ScreenshotOptions().setPath(file));
        if (page == WrittenPages.SHOP || page == WrittenPages.DEMO || page == WrittenPages.CLEAN) {
            Path whole = FOLDER.resolve(name + "-whole.png");
            tab.page().screenshot(new ScreenshotOptions().setPath(whole).setFullPage(true));
        }
        return file;
    }
}
