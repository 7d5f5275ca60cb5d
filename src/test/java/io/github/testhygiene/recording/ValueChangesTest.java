package io.github.testhygiene.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ValueChangesTest {

    @Property
    void whatStepsAddUpToIsTheDifferenceOfBothEnds(
            @ForAll @Size(min = 1, max = 6)
                    List<@Size(max = 4) Map<@AlphaChars @StringLength(1) String, @IntRange(max = 2) Integer>> moments) {
        ValueChanges<String, Integer> changes = new ValueChanges<>();
        for (int i = 1; i < moments.size(); i++) {
            changes.add(ValueChanges.between(moments.get(i - 1), moments.get(i), true));
        }

        assertThat(changes.net(Comparator.naturalOrder()))
                .containsExactlyInAnyOrderElementsOf(
                        ValueChanges.between(moments.get(0), moments.get(moments.size() - 1), true));
    }

    @Test
    void whatIsNewOrGoneIsLeftOutOnRequest() {
        Map<String, Integer> before = new HashMap<>(Map.of("gone", 1, "same", 1));
        before.put("unused", null);

        assertThat(ValueChanges.between(before, Map.of("new", 1, "same", 1, "unused", 5), false))
                .containsExactly(new ValueChanges.Change<>("unused", null, 5));
    }

    @Test
    void whatIsCreatedInOneStretchAndDroppedInAnotherIsNoChange() {
        ValueChanges<String, Integer> changes = new ValueChanges<>();
        changes.add(ValueChanges.between(Map.of(), Map.of("table", 1), true));
        assertThat(changes.net(Comparator.naturalOrder())).hasSize(1);
        changes.add(ValueChanges.between(Map.of("table", 1), new HashMap<>(), true));

        assertThat(changes.net(Comparator.naturalOrder())).isEqualTo(new ArrayList<>());
    }
}
