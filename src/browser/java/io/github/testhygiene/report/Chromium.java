package io.github.testhygiene.report;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium, without a window and without a network; nothing is downloaded. */
final class Chromium implements AutoCloseable {

    /** Which browser to use, if it is not where Debian has it. */
    private static final String PROPERTY = "browser.chromium";

    private final Playwright playwright;
    private final Browser browser;
    private final List<Tab> tabs = new ArrayList<>();

    Chromium() {
        this.playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty(PROPERTY, "/usr/bin/chromium")))
                        .setHeadless(true));
    }

    /**
     * Opens a file as somebody does who has it as an attachment.
     *
     * @param page the file
     * @param screen on what it is looked at
     * @return the tab, of a window of its own
     */
    Tab open(Path page, Screen screen) {
        Tab tab = new Tab(
                browser.newContext(new NewContextOptions()
                        .setViewportSize(screen.width(), screen.height())
                        .setColorScheme(screen.scheme())
                        .setOffline(true)
                        .setPermissions(List.of("clipboard-read", "clipboard-write"))),
                page);
        tabs.add(tab);
        tab.load();
        return tab;
    }

    /** Closes all tabs, and says what they have complained about. */
    List<String> closeTabs() {
        List<String> complaints = new ArrayList<>();
        for (Tab tab : tabs) {
            complaints.addAll(tab.complaints());
            tab.close();
        }
        tabs.clear();
        return complaints;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
