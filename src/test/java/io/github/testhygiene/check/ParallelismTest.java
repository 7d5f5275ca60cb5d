package io.github.testhygiene.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParallelismTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void asManyAsAskedForIfTheirHeapsFit() {
        Parallelism parallelism = new Parallelism(4, 2 * GIGABYTE, 8 * GIGABYTE);

        assertThat(parallelism.number()).isEqualTo(4);
        assertThat(parallelism.whyFewer()).isEmpty();
    }

    @Test
    void fewerIfTheirHeapsCouldOutgrowTheMemory() {
        Parallelism parallelism = new Parallelism(8, 2 * GIGABYTE + 1, 8 * GIGABYTE);

        assertThat(parallelism.number()).isEqualTo(3);
        assertThat(parallelism.whyFewer())
                .hasValue(
                        "Runs are made 3 at a time, not 8 (<parallel>): the heap of each test JVM may grow to 2.0 GB of"
                                + " 8.0 GB of memory. A smaller -Xmx in failsafe's <argLine> lets more of them run.");
    }

    @Test
    void oneEvenIfItsHeapIsLargerThanTheMemory() {
        assertThat(new Parallelism(2, 16 * GIGABYTE, 8 * GIGABYTE).number()).isEqualTo(1);
    }

    @Test
    void asManyAsAskedForIfNobodyKnows() {
        assertThat(new Parallelism(8, 0, 8 * GIGABYTE).number()).isEqualTo(8);
        assertThat(new Parallelism(8, GIGABYTE, 0).number()).isEqualTo(8);
    }
}
