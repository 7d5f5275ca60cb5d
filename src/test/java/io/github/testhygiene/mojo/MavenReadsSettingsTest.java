package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.evidence.AllowedRows;
import io.github.testhygiene.evidence.EvidenceRules;
import io.github.testhygiene.gate.RuleLevels.Level;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.SubjectPattern;
import io.github.testhygiene.model.Suppression;
import io.github.testhygiene.model.Suppression.WrittenAt;
import java.io.File;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a POM gets where it belongs when Maven's own configurator reads it. */
class MavenReadsSettingsTest {

    private static final String DEFAULTS = "<timeBudget>10m</timeBudget><testBudget>500ms</testBudget>"
            + "<testFloor>50ms</testFloor><suiteBudget>5m</suiteBudget><orderedClasses>unit</orderedClasses>"
            + "<duplicateStatements>20</duplicateStatements><connectionsPerTest>10</connectionsPerTest>"
            + "<select>all</select><effort>normal</effort><forks>fast</forks><files>keep</files><ci>auto</ci>"
            + "<rulesOfTheCommandLine>${test-hygiene.rules}</rulesOfTheCommandLine>";

    /** Knows the properties of the command line and nothing else. */
    private record Properties(Map<String, String> values) implements ExpressionEvaluator {

        @Override
        public Object evaluate(String expression) {
            return expression.startsWith("${")
                    ? values.get(expression.substring(2, expression.length() - 1))
                    : expression;
        }

        @Override
        public File alignToBaseDirectory(File file) {
            return file;
        }
    }

    private static CheckSettings read(String xml, Map<String, String> properties) throws Exception {
        IsolateMojo mojo = new IsolateMojo();
        ClassLoader classes = MavenReadsSettingsTest.class.getClassLoader();
        try (ClassRealm realm = new ClassWorld("tests", classes).getClassRealm("tests")) {
            new BasicComponentConfigurator()
                    .configureComponent(
                            mojo,
                            new XmlPlexusConfiguration(Xpp3DomBuilder.build(
                                    new StringReader("<configuration>" + DEFAULTS + xml + "</configuration>"))),
                            new Properties(properties),
                            realm);
        }
        return mojo.checkSettings();
    }

    @Test
    void withoutSettingsTheDefaultsHold() throws Exception {
        CheckSettings settings = read("", Map.of());

        assertThat(settings.evidence()).isEqualTo(EvidenceRules.DEFAULTS);
        assertThat(settings.findings().levels().levels()).isEmpty();
    }

    @Test
    void tablesThatMayGrowAreReadWithNumberAndReason() throws Exception {
        CheckSettings settings = read(
                "<allowRows><allowRow><table>public.\"Order Items\"</table><most>10</most><reason>it is a log</reason>"
                        + "</allowRow><allowRow><table>audit</table><most>0</most><reason>why</reason></allowRow>"
                        + "</allowRows>",
                Map.of());

        assertThat(settings.evidence().allowRows())
                .isEqualTo(List.of(
                        new AllowedRows("public.\"Order Items\"", 10, "it is a log"),
                        new AllowedRows("audit", 0, "why")));
    }

    @Test
    void aTableWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> read(
                        "<allowRows><allowRow><table>audit</table><most>1</most></allowRow></allowRows>", Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("<reason>");
    }

    @Test
    void levelsAreReadFromTheElementAndFromTheCommandLine() throws Exception {
        CheckSettings settings = read(
                "<rules><leaves-rows>error</leaves-rows><flaky>error</flaky></rules>",
                Map.of("test-hygiene.rules", "flaky=info,advances-sequence=off"));

        assertThat(settings.findings().levels().levels())
                .isEqualTo(Map.of(
                        "leaves-rows", Level.ERROR,
                        "flaky", Level.INFO,
                        "advances-sequence", Level.OFF));
    }

    @Test
    void anEmptyLevelIsRefused() {
        assertThatThrownBy(() -> read("<rules><flaky/></rules>", Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'flaky' to ''");
    }

    @Test
    void suppressionsAreReadWithTheirReasons() throws Exception {
        CheckSettings settings = read(
                "<suppressions><suppression><rule>sleeps</rule><tests>shop.ClockIT#waits*</tests><reason>the clock</reason>"
                        + "</suppression></suppressions>",
                Map.of());

        assertThat(settings.findings().suppressions())
                .containsExactly(new Suppression(
                        List.of("sleeps"), new SubjectPattern("shop.ClockIT#waits*"), "the clock", WrittenAt.POM));
    }

    @ParameterizedTest
    @CsvSource({
        "'<tests>A</tests><reason>r</reason>', names no rule",
        "'<rule>sleep</rule><tests>A</tests><reason>r</reason>', the rule 'sleep'",
        "'<rule>sleeps</rule><reason>r</reason>', does not say for which tests",
        "'<rule>sleeps</rule><tests>#a</tests><reason>r</reason>', names no class",
        "'<rule>sleeps</rule><tests>A</tests><reason> </reason>', gives no reason"
    })
    void aSuppressionThatSaysTooLittleIsRefused(String elements, String complaint) {
        assertThatThrownBy(() ->
                        read("<suppressions><suppression>" + elements + "</suppression></suppressions>", Map.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(complaint.strip());
    }
}
