package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void asManyAsAskedForIfTheirHeapsFit() {
        Workers workers = new Workers(4, 2 * GIGABYTE, 8 * GIGABYTE);

        assertThat(workers.number()).isEqualTo(4);
        assertThat(workers.whyFewer()).isEmpty();
    }

    @Test
    void fewerIfTheirHeapsCouldOutgrowTheMemory() {
        Workers workers = new Workers(8, 2 * GIGABYTE + 1, 8 * GIGABYTE);

        assertThat(workers.number()).isEqualTo(3);
        assertThat(workers.whyFewer())
                .hasValue(
                        "Runs are made 3 at a time, not 8 (<parallel>): the heap of each test JVM may grow to 2.0 GB of"
                                + " 8.0 GB of memory. A smaller -Xmx in failsafe's <argLine> lets more of them run.");
    }

    @Test
    void oneEvenIfItsHeapIsLargerThanTheMemory() {
        assertThat(new Workers(2, 16 * GIGABYTE, 8 * GIGABYTE).number()).isEqualTo(1);
    }

    @Test
    void asManyAsAskedForIfNobodyKnows() {
        assertThat(new Workers(8, 0, 8 * GIGABYTE).number()).isEqualTo(8);
        assertThat(new Workers(8, GIGABYTE, 0).number()).isEqualTo(8);
    }
}
