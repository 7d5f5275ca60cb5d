package io.github.testhygiene.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.testhygiene.fixture.SampleTests;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.model.TestOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class OutcomesByIdTest {

    @Property
    void isTheMapOfWhichItIsACopy(
            @ForAll @Size(max = 200) @UniqueElements List<@IntRange(min = 0, max = 5_000) Integer> numbers) {
        Map<TestId, TestOutcome> map = map(numbers);

        OutcomesById copy = OutcomesById.of(map);

        assertThat(copy).isEqualTo(map).hasSameHashCodeAs(map).hasSameSizeAs(map);
        assertThat(copy.values()).containsExactlyElementsOf(map.values());
        assertThat(copy.keySet()).containsExactlyElementsOf(map.keySet());
        for (int number = 0; number <= 5_000; number += 7) {
            TestId id = test(number).id();
            assertThat(copy.get(id)).isEqualTo(map.get(id));
            assertThat(copy.containsKey(id)).isEqualTo(map.containsKey(id));
        }
    }

    @Test
    void findsTestsWhoseHashesAreTheSame() {
        RecordedTest one = SampleTests.test("shop.OrderIT", "Aa");
        RecordedTest other = SampleTests.test("shop.OrderIT", "BB");
        assertThat(one.id()).hasSameHashCodeAs(other.id());

        OutcomesById outcomes = OutcomesById.of(Map.of(one.id(), SampleTests.passed(one)));

        assertThat(outcomes.containsKey(one.id())).isTrue();
        assertThat(outcomes.containsKey(other.id())).isFalse();
    }

    @Test
    void knowsNothingOfNobody() {
        assertThat(OutcomesById.of(Map.of()).get(null)).isNull();
        assertThat(OutcomesById.of(Map.of()).get(test(1).id())).isNull();
    }

    @Test
    void refusesAnOutcomeUnderAnotherTest() {
        Map<TestId, TestOutcome> wrong = Map.of(test(1).id(), SampleTests.passed(test(2)));

        assertThatIllegalArgumentException().isThrownBy(() -> OutcomesById.of(wrong));
    }

    private static Map<TestId, TestOutcome> map(List<Integer> numbers) {
        Map<TestId, TestOutcome> map = new LinkedHashMap<>();
        numbers.forEach(number -> map.put(test(number).id(), SampleTests.passed(test(number))));
        return map;
    }

    private static RecordedTest test(int number) {
        return SampleTests.test("shop.OrderIT", "test" + number);
    }
}
