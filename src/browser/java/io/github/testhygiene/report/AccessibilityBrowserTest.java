package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can use the page: all rules of axe-core, on a desk and on a phone, by day and by night. */
@ExtendWith(Browsing.class)
class AccessibilityBrowserTest {

    private final Axe axe = new Axe();

    static Stream<Arguments> pagesAndScreens() {
        Stream<Arguments> everywhere = Screen.all().stream().map(screen -> Arguments.of(WrittenPages.SHOP, screen));
        Stream<Arguments> once = Stream.of(
                Arguments.of(WrittenPages.DEMO, Screen.PHONE.dark()),
                Arguments.of(WrittenPages.CLEAN, Screen.PHONE),
                Arguments.of(WrittenPages.LARGE, Screen.DESKTOP),
                Arguments.of(WrittenPages.HOSTILE, Screen.DESKTOP.dark()));
        return Stream.concat(everywhere, once);
    }

    @ParameterizedTest
    @MethodSource("pagesAndScreens")
    void axeFindsNothing(WrittenPages page, Screen screen, Chromium chromium) {
        Tab tab = chromium.open(page.file(), screen);
        if (page != WrittenPages.LARGE) {
            tab.page().evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        }

        assertThat(axe.violations(tab)).isEmpty();
    }

    @Test
    void axeFindsNothingAtATestsOwnSectionAndInTheChosenTheme(Chromium chromium) {
        Tab tab = chromium.open(WrittenPages.SHOP.file(), Screen.PHONE);
        tab.first("#theme").click();
        tab.goTo("test-1");
        tab.first("#test-detail").waitFor();

        assertThat(axe.violations(tab)).isEmpty();
    }

    @Test
    void whatCanBeClickedCanBeReachedByTheKeyboard(Chromium chromium) {
        Tab tab = chromium.open(WrittenPages.SHOP.file(), Screen.DESKTOP);

        tab.page().keyboard().press("Tab");
        String first = String.valueOf(tab.page().evaluate("() => document.activeElement.className"));
        long unreachable = tab.number("""
                () => Array.from(document.querySelectorAll('[onclick], [role=button]'))
                  .filter((each) => each.tabIndex < 0).length
                """);
        long scrolling = tab.number("""
                () => Array.from(document.querySelectorAll('*'))
                  .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY) && each.clientHeight > 0
                    && each.scrollHeight > each.clientHeight + 1 && each !== document.documentElement && each !== document.body
                    && each.tabIndex < 0 && !each.querySelector('a, button, input, select, summary')).length
                """);

        assertThat(first).isEqualTo("skip");
        assertThat(unreachable).isZero();
        assertThat(scrolling).as("places that only a mouse can scroll").isZero();
    }

    @Test
    void everyScreenIsLookedAt() {
        assertThat(Screen.all()).extracting(Screen::width).containsOnly(1280, 390);
        assertThat(Arrays.stream(WrittenPages.values()))
                .allSatisfy(page -> assertThat(page.file()).isNotEmptyFile());
    }
}
