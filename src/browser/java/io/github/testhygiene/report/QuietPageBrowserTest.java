package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** After each test {@link Browsing} holds that there was no error and no request to a network. */
@ExtendWith(Browsing.class)
class QuietPageBrowserTest {

    static Stream<Arguments> pagesAndScreens() {
        Stream<Arguments> everywhere = Stream.of(WrittenPages.SHOP, WrittenPages.DEMO, WrittenPages.LARGE)
                .flatMap(page -> Screen.all().stream().map(screen -> Arguments.of(page, screen)));
        Stream<Arguments> others = Stream.of(WrittenPages.CLEAN, WrittenPages.HOSTILE)
                .flatMap(page ->
                        Stream.of(Screen.DESKTOP, Screen.PHONE.dark()).map(screen -> Arguments.of(page, screen)));
        return Stream.concat(everywhere, others);
    }

    @ParameterizedTest
    @MethodSource("pagesAndScreens")
    void aPageFitsItsScreenAndIsPicturedForPeople(WrittenPages page, Screen screen, Chromium chromium) {
        Tab tab = chromium.open(page.file(), screen);

        assertThat(tab.all("h1").count()).isEqualTo(1);
        assertThat(tab.number("() => document.documentElement.scrollWidth"))
                .as("pixels that the page is wide")
                .isLessThanOrEqualTo(screen.width());
        assertThat(Screenshots.take(tab, page, screen)).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(WrittenPages.class)
    void everyLinkHasATarget(WrittenPages page, Chromium chromium) {
        Tab tab = chromium.open(page.file(), Screen.DESKTOP);

        Object missing = tab.page().evaluate("""
                () => Array.from(document.querySelectorAll('a[href^="#"]'))
                  .map((link) => link.getAttribute('href').slice(1))
                  .filter((target) => !/^(tests[?].*|test-[0-9]+|run-[0-9]+)?$/.test(target) && !document.getElementById(target))
                """);

        assertThat(missing).isEqualTo(List.of());
    }

    @Test
    void hostileTextsRunNoScript(Chromium chromium) {
        Tab tab = chromium.open(WrittenPages.HOSTILE.file(), Screen.DESKTOP);

        for (int position = 1; position <= HostileReports.TEXTS.size(); position++) {
            tab.goTo("test-" + position);
        }
        String shown = tab.first("body").innerText();

        assertThat(tab.isTrue("() => window.hacked === undefined")).isTrue();
        assertThat(tab.all("img, iframe, [onerror], [onclick], a[href^='javascript']")
                        .count())
                .isZero();
        assertThat(shown).contains("<script>alert('xss')</script>", "\"><img src=x onerror=alert(1)>");
        assertThat(shown).doesNotContain("\u001B", "\u202E", "\u0007");
    }

    @Test
    void aCommandIsCopied(Chromium chromium) {
        Tab tab = chromium.open(WrittenPages.SHOP.file(), Screen.DESKTOP);
        Locator copy = tab.first("*:has(> pre:has-text('mvn ')) > button.copy");
        String command = copy.locator("xpath=..").locator("pre").first().textContent();

        copy.click();
        tab.page()
                .waitForFunction("() => Array.from(document.querySelectorAll('button.copy'))"
                        + ".some((button) => button.textContent === 'Copied')");

        assertThat(command).startsWith("mvn ");
        assertThat(tab.pasted()).isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("io.github.testhygiene.report.Screen#all")
    void theThemeFollowsTheSystemUntilItIsToggled(Screen screen, Chromium chromium) {
        Tab tab = chromium.open(WrittenPages.SHOP.file(), screen);
        String ground = "() => getComputedStyle(document.body).backgroundColor";
        String before = String.valueOf(tab.page().evaluate(ground));
        boolean dark = screen.equals(screen.dark());

        assertThat(tab.first("#theme").getAttribute("aria-pressed")).isEqualTo(String.valueOf(dark));
        tab.first("#theme").click();

        assertThat(tab.first("html").getAttribute("data-theme")).isEqualTo(dark ? "light" : "dark");
        assertThat(tab.first("#theme").getAttribute("aria-pressed")).isEqualTo(String.valueOf(!dark));
        assertThat(tab.page().evaluate(ground)).isNotEqualTo(before);
        tab.first("#theme").click();
        assertThat(tab.page().evaluate(ground)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHOP", "LARGE"})
    void thereAreThreeCharts(WrittenPages page, Chromium chromium) {
        Tab tab = chromium.open(page.file(), Screen.DESKTOP);

        for (String chart : List.of("#pollution svg", "#time svg", "#outcomes svg")) {
            assertThat(tab.first(chart).isVisible()).as(chart).isTrue();
            assertThat(tab.first(chart).boundingBox().width).as(chart).isGreaterThan(100);
        }
    }
}
