package io.github.testhygiene.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.GateResult.Breach;
import io.github.testhygiene.model.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final GatePolicy POLICY = new GatePolicy(Set.of("victim", "brittle", "slow-suite"));

    private static Finding finding(String rule, String className, String methodName, boolean accepted) {
        return new Finding(
                rule, Severity.ERROR, className, methodName, "The message.", "", "", rule + methodName, accepted);
    }

    @Test
    void withoutFindingsTheGatePasses() {
        assertThat(Gate.judge(List.of(), POLICY)).isEqualTo(new GateResult(true, List.of()));
    }

    @Test
    void aBreachNamesTheTests() {
        List<Finding> findings = List.of(
                finding("victim", "shop.OrderIT", "a", false),
                finding("brittle", "shop.CartIT$Empty", "c", false),
                finding("victim", "shop.OrderIT", "b", false));

        assertThat(Gate.judge(findings, POLICY))
                .isEqualTo(new GateResult(
                        false,
                        List.of(
                                new Breach("victim", 2, 0, "2 victims: OrderIT.a, OrderIT.b"),
                                new Breach("brittle", 1, 0, "1 brittle test: CartIT.Empty.c"))));
    }

    @Test
    void whatIsAcceptedOrAllowedNeverCounts() {
        List<Finding> findings =
                List.of(finding("victim", "shop.OrderIT", "a", true), finding("slow-test", "shop.OrderIT", "b", false));

        assertThat(Gate.judge(findings, POLICY).passed()).isTrue();
    }

    @Test
    void noMoreThanTenAreNamed() {
        List<Finding> findings = IntStream.rangeClosed(1, 13)
                .mapToObj(i -> finding("victim", "shop.OrderIT", "m" + i, false))
                .toList();

        assertThat(Gate.judge(findings, POLICY).breaches()).singleElement().satisfies(breach -> assertThat(
                        breach.message())
                .startsWith("13 victims: OrderIT.m1,")
                .endsWith("OrderIT.m10, and 3 more")
                .doesNotContain("m11"));
    }

    @Test
    void aTestWithSeveralFindingsIsNamedOnce() {
        Finding rows = finding("victim", "shop.OrderIT", "a", false);

        assertThat(Gate.judge(List.of(rows, rows, rows), POLICY).breaches())
                .containsExactly(new Breach("victim", 3, 0, "3 victims: OrderIT.a"));
    }

    @Test
    void theSuiteIsNamedByWhatIsWrongWithIt() {
        assertThat(Gate.judge(List.of(finding("slow-suite", "", null, false)), POLICY)
                        .breaches())
                .containsExactly(new Breach("slow-suite", 1, 0, "suite over budget: The message."));
    }
}
