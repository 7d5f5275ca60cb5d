package io.github.testhygiene.evidence;

import static io.github.testhygiene.evidence.Suite.span;
import static io.github.testhygiene.fixture.SampleTests.skipped;
import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.Severity;
import io.github.testhygiene.model.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateExecutionsTest {

    private static final RecordedTest PAYS = test("shop.OrderIT", "pays");

    private static RecordedTest at(String id, String className, String method, String parameterTypes) {
        return new RecordedTest(new TestId(id), List.of(className), method, parameterTypes, method, "");
    }

    private static RecordedTest nested(String outer, String method) {
        String id = "[engine:junit-jupiter]/[class:" + outer + "]/[nested-class:Rules]/[method:" + method + "()]";
        return new RecordedTest(new TestId(id), List.of(outer, "shop.Base$Rules"), method, "", method, "");
    }

    private static List<String> messages(Suite suite) {
        return suite.findings().stream().map(Finding::message).toList();
    }

    @Test
    void aTestThatWasStartedAgainAfterItHadPassedIsTold() {
        List<Finding> findings =
                Suite.warm().test(PAYS, span()).repeated(PAYS, 3).findings();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo("executed-twice");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).className()).isEqualTo("shop.OrderIT");
        assertThat(findings.get(0).methodName()).isNull();
        assertThat(findings.get(0).message())
                .isEqualTo("1 test of `OrderIT` is executed more than once: `pays` 3 times");
    }

    @Test
    void nestedTestsOfABaseClassAreExecutedOnceForEachClassThatInheritsThem() {
        assertThat(messages(Suite.warm()
                        .test(nested("shop.CardIT", "a"), span())
                        .test(nested("shop.CardIT", "b"), span())
                        .test(nested("shop.CashIT", "a"), span())
                        .test(nested("shop.CashIT", "b"), span())))
                .containsExactly("2 tests of `Base.Rules` are executed more than once: `a` twice, `b` twice");
    }

    @Test
    void aSuiteNextToTheClassesThatItSelectsExecutesThemTwice() {
        RecordedTest again = at(
                "[engine:junit-platform-suite]/[suite:shop.AllIT]/[engine:junit-jupiter]/[class:shop.OrderIT]"
                        + "/[method:pays()]",
                "shop.OrderIT",
                "pays",
                "");

        assertThat(messages(Suite.warm().test(PAYS, span()).test(again, span())))
                .containsExactly("1 test of `OrderIT` is executed more than once: `pays` twice");
    }

    @Test
    void anInheritedTestIsAnotherOneInEachClass() {
        assertThat(messages(Suite.warm()
                        .test(test("shop.CardIT", "pays"), span())
                        .test(test("shop.CashIT", "pays"), span())))
                .isEmpty();
    }

    @Test
    void methodsOfTheSameNameAreToldApartByTheirParameters() {
        String prefix = "[engine:junit-jupiter]/[class:shop.OrderIT]/";

        assertThat(messages(Suite.warm()
                        .test(at(prefix + "[method:pays(int)]", "shop.OrderIT", "pays", "int"), span())
                        .test(at(prefix + "[method:pays(long)]", "shop.OrderIT", "pays", "long"), span())))
                .isEmpty();
    }

    @Test
    void theParametersOfAClassAreNoRepetition() {
        String template = "[engine:junit-jupiter]/[class-template:shop.OrderIT]/[class-template-invocation:#";
        String runner = "[engine:junit-vintage]/[runner:shop.OldIT]/[test:%5B";

        assertThat(messages(Suite.warm()
                        .test(at(template + "1]/[method:pays()]", "shop.OrderIT", "pays", ""), span())
                        .test(at(template + "2]/[method:pays()]", "shop.OrderIT", "pays", ""), span())
                        .test(at(runner + "0%5D]/[test:pays%5B0%5D]", "shop.OldIT", "pays", ""), span())
                        .test(at(runner + "1%5D]/[test:pays%5B1%5D]", "shop.OldIT", "pays", ""), span())))
                .isEmpty();
    }

    @Test
    void whatIsSkippedTheSecondTimeIsExecutedOnce() {
        RecordedTest again = nested("shop.CashIT", "a");

        assertThat(messages(
                        Suite.warm().test(nested("shop.CardIT", "a"), span()).test(again, skipped(again), null)))
                .isEmpty();
    }

    @Test
    void scenariosOfTheSameNameAreToldApartByTheirIds() {
        RecordedTest one = new RecordedTest(new TestId("[engine:cucumber]/[x:1]/[s:1]"), List.of(), "buys", "", "", "");
        RecordedTest two = new RecordedTest(new TestId("[engine:cucumber]/[x:2]/[s:1]"), List.of(), "buys", "", "", "");

        assertThat(messages(Suite.warm().test(one, span()).test(two, span()))).isEmpty();
        assertThat(messages(Suite.warm().test(one, span()).repeated(one, 2)))
                .containsExactly("1 test of `cucumber` is executed more than once: `buys` twice");
    }

    @Test
    void noMoreThanTwentyAreNamed() {
        Suite suite = Suite.warm();
        for (int i = 1; i <= 22; i++) {
            RecordedTest test = test("shop.OrderIT", "m" + i);
            suite.test(test, span()).repeated(test, 2);
        }

        assertThat(messages(suite)).singleElement().satisfies(message -> assertThat(message)
                .startsWith("22 tests of `OrderIT` are executed more than once: `m1` twice,")
                .endsWith("`m20` twice, and 2 more"));
    }

    @Test
    void theClassWithTheMostNeedlessExecutionsComesFirst() {
        RecordedTest often = test("shop.CartIT", "adds");

        assertThat(Suite.warm()
                        .test(PAYS, span())
                        .test(often, span())
                        .repeated(PAYS, 2)
                        .repeated(often, 9)
                        .findings())
                .extracting(Finding::subject)
                .containsExactly("CartIT", "OrderIT");
    }
}
