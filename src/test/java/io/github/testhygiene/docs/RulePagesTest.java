package io.github.testhygiene.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.help.RulePage;
import io.github.testhygiene.help.RulePages;
import io.github.testhygiene.model.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the form of the rules' pages, and their index. */
class RulePagesTest {

    private static final Path DOCS = Path.of("src/docs");
    private static final Path INDEX = DOCS.resolve("rules.md");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasAPageInTheSameForm(Rule rule) {
        MarkdownPage page = MarkdownPage.read(Path.of(rule.docs()));

        assertThat(page.headings()).containsExactly(rule.label(), "Why", "Bad", "Good", "Configure");
        assertThat(page.headings().subList(1, 5))
                .allSatisfy(heading ->
                        assertThat(page.section(heading)).as(heading).hasSizeGreaterThan(heading.length() + 20));
        assertThat(page.section("Bad")).containsPattern("(?m)^```(java|sql|xml|properties)$");
        assertThat(page.section("Good")).containsPattern("(?m)^```(java|sql|xml|properties)$");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aPageSaysHowItsRuleIsTakenByDefault(Rule rule) throws IOException {
        assertThat(RulePages.read(rule).defaults()).isEqualTo(RuleIndex.defaults(rule, failing()));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void whatARuleFindsIsOnePlainSentence(Rule rule) {
        assertThat(RulePages.read(rule).summary())
                .hasLineCount(1)
                .hasSizeLessThan(130)
                .doesNotContain("**", "](", "|", ". ")
                .matches("[A-Z].*\\.");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aPageSaysHowToChangeTheRule(Rule rule) {
        String configure = MarkdownPage.read(Path.of(rule.docs())).section("Configure");
        String level = rule.offByDefault() ? "info" : "off";

        assertThat(configure)
                .contains("<" + rule.label() + ">" + level + "</" + rule.label() + ">")
                .contains("-Dtest-hygiene.rules=" + rule.label() + "=" + level);
    }

    @Test
    void everyPageIsThatOfARule() throws IOException {
        try (Stream<Path> pages = Files.list(DOCS.resolve("rules"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Rule.labels().stream().map(label -> label + ".md").toList());
        }
    }

    @Test
    void everyRuleStandsInOneGroup() {
        assertThat(Arrays.stream(RuleGroup.values()).flatMap(group -> group.rules().stream()))
                .containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void theIndexIsMadeOfThePages() throws IOException {
        String made = RuleIndex.of(RulePagesTest::written, failing());
        if ("write".equals(System.getProperty("rules.index"))) {
            Files.writeString(INDEX, made);
        }

        assertThat(MarkdownPage.read(INDEX).text())
                .as("src/docs/rules.md, which %s makes anew", RuleIndex.COMMAND)
                .isEqualTo(made);
    }

    static Stream<Path> documentation() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            files.filter(file -> file.toString().endsWith(".md")).toList().stream())
                    .sorted();
        }
    }

    @ParameterizedTest
    @MethodSource("documentation")
    void everyLinkLeadsSomewhere(Path file) {
        assertThat(MarkdownPage.read(file).broken()).isEmpty();
    }

    private static RulePage written(Rule rule) {
        return RulePage.of(rule, MarkdownPage.read(Path.of(rule.docs())).text());
    }

    /** What {@code <failOn>} names by default, as Maven reads it. */
    private static Set<Rule> failing() throws IOException {
        try (InputStream descriptor = RulePages.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Matcher failOn = Pattern.compile("<failOn [^>]*default-value=\"([^\"]+)\"")
                    .matcher(new String(descriptor.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(failOn.find()).isTrue();
            return Arrays.stream(failOn.group(1).split(","))
                    .map(label -> Rule.of(label).orElseThrow())
                    .collect(Collectors.toSet());
        }
    }
}
