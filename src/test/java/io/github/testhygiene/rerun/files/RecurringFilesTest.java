package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecurringFilesTest {

    private final RecurringFiles habits = new RecurringFiles();

    @Test
    void aFileThatMostRunsLeaveIsUsual() {
        habits.add(test(1), List.of("logs/shop.log", "orders.csv"));
        habits.add(test(2), List.of("logs/shop.log"));
        habits.add(test(3), List.of());

        assertThat(habits.isUsual("logs/shop.log")).isTrue();
        assertThat(habits.isUsual("orders.csv")).isFalse();
        assertThat(habits.isUsual("never-seen")).isFalse();
    }

    @Test
    void halfOfTheRunsAreNotMost() {
        habits.add(test(1), List.of("orders.csv"));
        habits.add(test(2), List.of("orders.csv"));
        habits.add(test(3), List.of());
        habits.add(test(4), List.of());

        assertThat(habits.isUsual("orders.csv")).isFalse();
    }

    @Test
    void oneTestAloneMakesNothingUsualHoweverOftenItIsRun() {
        habits.add(test(1), List.of("orders.csv"));
        habits.add(test(1), List.of("orders.csv"));

        assertThat(habits.isUsual("orders.csv")).isFalse();
    }

    @Test
    void randomNumbersInNamesAreLookedOver() {
        habits.add(test(1), List.of("java.io.tmpdir/jna8371923/jna123456.tmp", "page-1"));
        habits.add(test(2), List.of("java.io.tmpdir/jna9281923/jna654321.tmp", "page-2"));

        assertThat(habits.isUsual("java.io.tmpdir/jna12345678/jna11111.tmp")).isTrue();
        assertThat(habits.isUsual("page-1")).isFalse();
    }

    private static TestId test(int number) {
        return new TestId("[test:" + number + "]");
    }
}
