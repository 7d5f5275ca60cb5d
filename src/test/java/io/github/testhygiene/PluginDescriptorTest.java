package io.github.testhygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Rule;
import io.github.testhygiene.mojo.CheckMojo;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what Maven will read about our goals. */
class PluginDescriptorTest {

    private static final Set<String> OTHERS_PROPERTIES =
            Set.of("skipITs", "skipTests", "maven.test.skip", "detail", "goal");

    /** What has a structure that no property's text has. */
    private static final Set<String> ELEMENTS_ONLY = Set.of("exports", "allowRows", "rules", "suppressions");

    /** What every report of a Maven site has from its base class. */
    private static final Set<String> OF_EVERY_REPORT =
            Set.of("locale", "outputDirectory", "outputFormat", "outputTimestamp", "siteDirectory");

    private static final Map<String, Element> GOALS = new LinkedHashMap<>();

    @BeforeAll
    static void readDescriptor() throws URISyntaxException, ParserConfigurationException, IOException, SAXException {
        Path classes = Path.of(CheckMojo.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(classes.resolve("META-INF/maven/plugin.xml").toFile())
                .getDocumentElement();
        children(child(root, "mojos")).forEach(mojo -> GOALS.put(text(mojo, "goal"), mojo));
    }

    @Test
    void thereAreTheGoalsOfTheReadmeAndHelp() {
        assertThat(GOALS)
                .containsOnlyKeys("provision", "isolate", "check", "lint", "replay", "report", "help", "clean");
    }

    @Test
    void eachGoalHasItsPhase() {
        assertThat(text(GOALS.get("provision"), "phase")).isEqualTo("pre-integration-test");
        assertThat(text(GOALS.get("isolate"), "phase")).isEqualTo("post-integration-test");
        assertThat(text(GOALS.get("check"), "phase")).isEqualTo("verify");
        assertThat(text(GOALS.get("lint"), "phase")).isEqualTo("process-test-classes");
    }

    @Test
    void replayIsCalledByHandAndHasTheTestsRecordedFirst() {
        Element replay = GOALS.get("replay");

        assertThat(text(replay, "requiresDirectInvocation")).isEqualTo("true");
        assertThat(text(replay, "executePhase")).isEqualTo("integration-test");
        assertThat(text(replay, "phase")).isEmpty();
    }

    @Test
    void everyGoalMayRunInParallelBuilds() {
        assertThat(GOALS.values())
                .allSatisfy(goal -> assertThat(text(goal, "threadSafe")).isEqualTo("true"));
    }

    @Test
    void goalsThatReadTestsSeeTheirClassPath() {
        assertThat(Stream.of("provision", "isolate", "lint").map(GOALS::get))
                .allSatisfy(goal ->
                        assertThat(text(goal, "requiresDependencyResolution")).isEqualTo("test"));
    }

    @Test
    void everyGoalIsDescribed() {
        assertThat(GOALS.values())
                .allSatisfy(goal -> assertThat(text(goal, "description")).isNotBlank());
    }

    @Test
    void everyParameterIsDescribedAndDated() {
        assertThat(parameters()).isNotEmpty().allSatisfy(parameter -> {
            assertThat(text(parameter, "description")).as(name(parameter)).isNotBlank();
            assertThat(text(parameter, "since")).as(name(parameter)).matches("\\d+\\.\\d+\\.\\d+");
        });
    }

    @Test
    void everyParameterCanBeSetOnTheCommandLine() {
        assertThat(GOALS).containsKey("check");
        assertThat(ourGoals()).allSatisfy(goal -> assertThat(
                        editable(goal).filter(parameter -> !ELEMENTS_ONLY.contains(text(parameter, "name"))))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(property(goal, parameter))
                        .as(name(parameter))
                        .satisfiesAnyOf(
                                property -> assertThat(property).isEqualTo("test-hygiene." + text(parameter, "name")),
                                property -> assertThat(property).isIn(OTHERS_PROPERTIES),
                                // The site has an output directory of its own.
                                property -> assertThat(text(parameter, "name") + " " + property)
                                        .isEqualTo("reportDirectory test-hygiene.outputDirectory"))));
    }

    @Test
    void helpIsCalledByHandAndShowsTextsAsTheyAre() {
        assertThat(text(GOALS.get("help"), "requiresProject")).isEqualTo("false");
        assertThat(GOALS.values()).map(goal -> text(goal, "description")).noneMatch(PluginDescriptorTest::hasMarkup);
        assertThat(parameters())
                .map(parameter -> text(parameter, "description"))
                .noneMatch(PluginDescriptorTest::hasMarkup);
    }

    @Test
    void whatMayFailABuildIsListed() {
        String described = parameters().stream()
                .filter(parameter -> text(parameter, "name").equals("failOn"))
                .map(parameter -> text(parameter, "description"))
                .findFirst()
                .orElseThrow();

        assertThat(described).contains(Rule.labels());
    }

    @Test
    void theLevelsOfRulesAreReadFromAPropertyAsWell() {
        assertThat(Stream.of("provision", "isolate", "lint").map(GOALS::get)).allSatisfy(goal -> assertThat(
                        children(child(goal, "configuration")).map(each -> each.getAttribute("default-value")))
                .contains("${test-hygiene.rules}"));
    }

    @Test
    void aParameterOfSeveralGoalsMeansTheSameInAll() {
        Map<String, String> first = new LinkedHashMap<>();
        ourGoals().forEach(goal -> editable(goal).forEach(parameter -> {
            String meaning = text(parameter, "type") + " " + configuration(goal, parameter);
            String before = first.putIfAbsent(text(parameter, "name"), meaning);
            assertThat(before == null ? meaning : before).isEqualTo(meaning);
        }));
        assertThat(first).containsKeys("skip", "failOn", "seed", "outputDirectory");
    }

    private static boolean hasMarkup(String text) {
        return Pattern.compile("</?(code|p|ul|li|b|i)>|&[a-z]+;").matcher(text).find();
    }

    private static Stream<Element> ourGoals() {
        return Stream.of("provision", "isolate", "check", "lint", "replay", "report", "help", "clean")
                .map(GOALS::get);
    }

    private static List<Element> parameters() {
        return ourGoals().flatMap(PluginDescriptorTest::editable).toList();
    }

    private static Stream<Element> editable(Element goal) {
        boolean inSite = text(goal, "goal").equals("report");
        return children(child(goal, "parameters"))
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .filter(parameter -> !(inSite && OF_EVERY_REPORT.contains(text(parameter, "name"))));
    }

    /** The user property of a parameter, which stands as an expression in the goal's configuration. */
    private static String property(Element goal, Element parameter) {
        return children(child(goal, "configuration"))
                .filter(each -> each.getTagName().equals(text(parameter, "name")))
                .map(Element::getTextContent)
                .map(expression -> expression.replaceAll("^\\$\\{|}$", ""))
                .findFirst()
                .orElse("");
    }

    private static String configuration(Element goal, Element parameter) {
        return children(child(goal, "configuration"))
                .filter(each -> each.getTagName().equals(text(parameter, "name")))
                .map(each -> each.getTextContent() + " " + each.getAttribute("default-value"))
                .findFirst()
                .orElse("");
    }

    private static String name(Element parameter) {
        return "<" + text(parameter, "name") + ">";
    }

    private static String text(Element parent, String name) {
        return children(parent)
                .filter(each -> each.getTagName().equals(name))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static Element child(Element parent, String name) {
        return children(parent)
                .filter(each -> each.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no <" + name + "> in <" + parent.getTagName() + ">"));
    }

    private static Stream<Element> children(Node parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
