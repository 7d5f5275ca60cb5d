package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.process.Life;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class OwnedNameTest {

    private static final OwnerProcess THIS = OwnerProcess.current();

    @Property
    void aNameSaysWhoseItIs(
            @ForAll @IntRange(min = 1) int pid,
            @ForAll @LongRange(min = 0, max = 1L << 40) long start,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long since) {
        OwnedName name = OwnedName.random(new OwnerProcess("0z9x8y7w", pid, start), Instant.ofEpochSecond(since));

        assertThat(OwnedName.parse(name.value())).contains(name);
        assertThat(name.value()).hasSizeLessThanOrEqualTo(63);
        assertThat(OwnNames.isOurs(name.value())).isTrue();
        assertThat(new DatabaseName(name.value()).value()).isEqualTo(name.value());
    }

    @Test
    void aNameOfAnotherShapeSaysNothing() {
        assertThat(OwnedName.parse(DatabaseName.random().value())).isEmpty();
        assertThat(OwnedName.parse("shop")).isEmpty();
    }

    @Test
    void aProcessHasEndedIfItsNumberIsFreeOrBelongsToAnotherOne() {
        assertThat(THIS.life()).isEqualTo(Life.RUNS);
        assertThat(OwnerProcess.current()).isEqualTo(THIS);
        assertThat(new OwnerProcess(THIS.host(), THIS.pid(), THIS.start() - 100).life())
                .isEqualTo(Life.ENDED);
        assertThat(new OwnerProcess(THIS.host(), Integer.MAX_VALUE, 1).life()).isEqualTo(Life.ENDED);
        assertThat(new OwnerProcess("zzzzzzzz", Integer.MAX_VALUE, 1).life()).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void aNameThatAnEarlierVersionGaveIsRead() {
        assertThat(OwnedName.parse("test_hygiene_0z9x8y7w_h_3mv_a_0123456789"))
                .contains(
                        new OwnedName(new OwnerProcess("0z9x8y7w", 17, 4711), Instant.ofEpochSecond(10), "0123456789"));
    }
}
