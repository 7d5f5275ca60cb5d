package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.report.HostileReports;
import io.github.testhygiene.report.SampleReports;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WorkflowCommandsTest {

    /** As the runner reads a line: a name, properties, a message. */
    private static final Pattern COMMAND = Pattern.compile("::(error|warning|notice) ([^\\r\\n]*?)::([^\\r\\n]*)");

    private static List<String> properties(String line) {
        Matcher command = COMMAND.matcher(line);
        assertThat(command.matches()).as(line).isTrue();
        return Stream.of(command.group(2).split(",", -1))
                .map(property -> property.split("=", 2)[0])
                .toList();
    }

    @Example
    void aFindingIsOneLineAtItsPlace() {
        assertThat(WorkflowCommands.format(CiReports.placed()))
                .hasSize(4)
                .startsWith("::error file=back/shop/src/test/java/shop/OrderTotalsIT.java,line=41,"
                        + "title=victim%3A OrderTotalsIT.countsOrders::Fails after other tests.%0A"
                        + "Let the test make the rows that it counts, and look only at those.")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("::warning file=back/shop/pom.xml,title=slow-test%3A ReportIT.yearEnd::Takes"));
    }

    @Example
    void ofEachKindThereAreNoMoreThanGitHubShows() {
        Finding error = SampleReports.finding("victim", Severity.ERROR, "A", "a", "m");
        Finding[] many = Stream.of(Severity.values())
                .flatMap(severity ->
                        Stream.generate(() -> error.withSeverity(severity)).limit(12))
                .toArray(Finding[]::new);

        assertThat(WorkflowCommands.format(CiReports.with(many)))
                .hasSize(30)
                .filteredOn(line -> line.startsWith("::notice "))
                .hasSize(10);
    }

    @Example
    void whatIsAcceptedIsNotMarked() {
        Finding error = SampleReports.finding("victim", Severity.ERROR, "A", "a", "m");

        assertThat(WorkflowCommands.format(CiReports.with(error.asAccepted()))).isEmpty();
    }

    @Example
    void noTextForgesACommand() {
        assertThat(WorkflowCommands.format(HostileReports.all()))
                .hasSize(10)
                .allSatisfy(line -> assertThat(properties(line)).containsExactly("file", "line", "title"));
    }

    @Property
    void anyTextIsOneLineWithThreeProperties(@ForAll String text) {
        Finding odd = new Finding(text, Severity.ERROR, text, text, text, text, text, text, false, text, 7);

        assertThat(WorkflowCommands.format(CiReports.with(odd)))
                .singleElement()
                .satisfies(line -> assertThat(properties(line)).containsExactly("file", "line", "title"));
    }
}
