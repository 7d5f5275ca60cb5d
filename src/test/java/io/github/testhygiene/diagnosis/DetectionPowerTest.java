package io.github.testhygiene.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionPowerTest {

    private static final char VICTIM = 'v';
    private static final char POLLUTER = 'p';
    private static final char CLEANER = 'c';

    @ParameterizedTest
    @CsvSource({"1,0", "1,1", "2,0", "2,1", "1,2", "3,2", "2,3", "4,2"})
    void oneOrderShowsAVictimAsOftenAsCountingAllOrdersSays(int polluters, int cleaners) {
        List<Character> tests = new ArrayList<>(List.of(VICTIM));
        tests.addAll(Collections.nCopies(polluters, POLLUTER));
        tests.addAll(Collections.nCopies(cleaners, CLEANER));
        int[] failedAndAll = new int[2];
        permute(new ArrayList<>(), tests, failedAndAll);

        assertThat(DetectionPower.ofVictim(polluters, cleaners, 1))
                .isCloseTo((double) failedAndAll[0] / failedAndAll[1], within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1,1,0,0", "1,1,1,0.333333", "1,1,2,0.555556", "1,0,3,0.875"})
    void moreOrdersShowMore(int polluters, int cleaners, int orders, double power) {
        assertThat(DetectionPower.ofVictim(polluters, cleaners, orders)).isCloseTo(power, within(1e-6));
    }

    @Test
    void aVictimHasAPolluter() {
        assertThatThrownBy(() -> DetectionPower.ofVictim(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DetectionPower.ofVictim(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DetectionPower.ofVictim(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void permute(List<Character> before, List<Character> left, int[] failedAndAll) {
        if (left.isEmpty()) {
            failedAndAll[0] += failsIn(before) ? 1 : 0;
            failedAndAll[1]++;
        }
        for (int i = 0; i < left.size(); i++) {
            List<Character> next = new ArrayList<>(before);
            List<Character> rest = new ArrayList<>(left);
            next.add(rest.remove(i));
            permute(next, rest, failedAndAll);
        }
    }

    private static boolean failsIn(List<Character> order) {
        boolean dirty = false;
        for (char test : order) {
            if (test == VICTIM) {
                return dirty;
            }
            dirty = test == POLLUTER;
        }
        return false;
    }
}
