package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text can be read in both colour schemes: WCAG 2.2, success criterion 1.4.3, level AA. */
class ContrastTest {

    private static final double ENOUGH = 4.5;
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):#([0-9a-f]{6}|[0-9a-f]{3})[;}]");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextStandsOutFromItsGround(String scheme) throws IOException {
        Map<String, Integer> colours = colours(scheme);

        for (String ground : List.of("paper", "ground", "code", "warn-bg")) {
            for (String text : List.of("ink", "soft", "accent", "bad", "warn")) {
                assertContrast(colours, text, ground);
            }
        }
        for (String tone : List.of("good", "bad", "warn", "idle")) {
            assertContrast(colours, tone, tone + "-bg");
        }
        assertContrast(colours, "soft", "good-bg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyMarkOfAPictureStandsOutFromItsGround(String scheme) throws IOException {
        Map<String, Integer> colours = colours(scheme);
        String style = Files.readString(Path.of("src", "main", "jte", "chartstyle.jte"));
        colours.put("mix", mean(colours.get("accent"), colours.get("bad")));

        assertThat(style).contains("color-mix(in srgb,var(--accent) 50%,var(--bad))");
        for (String mark : List.of("accent", "bad", "warn", "ink", "idle", "good", "soft", "mix")) {
            assertContrast(colours, mark, "paper");
        }
        for (String ground : List.of("ground", "bad-bg")) {
            assertContrast(colours, "bad", ground);
        }
    }

    private static int mean(int one, int other) {
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mean |= ((one >> shift & 0xFF) + (other >> shift & 0xFF)) / 2 << shift;
        }
        return mean;
    }

    @Test
    void theChosenDarkThemeIsThatOfTheSystem() throws IOException {
        String style = Files.readString(Path.of("src", "main", "jte", "style.jte"));
        Matcher chosen = Pattern.compile("\\[data-theme=dark]\\{color-scheme:dark;([^}]*)}")
                .matcher(style);
        Matcher system =
                Pattern.compile("not\\(\\[data-theme=light]\\)\\{([^}]*)}}").matcher(style);

        assertThat(chosen.find() && system.find()).isTrue();
        assertThat(chosen.group(1)).isEqualTo(system.group(1));
    }

    private static void assertContrast(Map<String, Integer> colours, String text, String ground) {
        double one = luminance(colours.get(text));
        double other = luminance(colours.get(ground));
        double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as(text + " on " + ground).isGreaterThanOrEqualTo(ENOUGH);
    }

    private static Map<String, Integer> colours(String scheme) throws IOException {
        String style = Files.readString(Path.of("src", "main", "jte", "style.jte"));
        int dark = style.indexOf("@media (prefers-color-scheme:dark)");
        String part =
                scheme.equals("dark") ? style.substring(dark, style.indexOf("}}", dark) + 1) : style.substring(0, dark);
        Map<String, Integer> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(part);
        while (matcher.find()) {
            String hex = matcher.group(2);
            String six = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
            colours.put(matcher.group(1), Integer.parseInt(six, 16));
        }
        return colours;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
