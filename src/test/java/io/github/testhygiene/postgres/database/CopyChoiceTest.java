package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyChoiceTest {

    private final CopyChoice choice = new CopyChoice(CopyMethod.of(18));

    private CopyMethod use(long millis) {
        CopyMethod method = choice.next();
        choice.took(method, Duration.ofMillis(millis));
        return method;
    }

    @Test
    void eachMethodIsTriedTwiceInTurnAndThenTheFastestIsUsed() {
        List<CopyMethod> used = new ArrayList<>();
        for (long millis : new long[] {20, 12, 40, 25, 300, 35, 1, 1}) {
            used.add(use(millis));
        }

        assertThat(used)
                .containsExactly(
                        CopyMethod.FILE_COPY,
                        CopyMethod.FILE_CLONE,
                        CopyMethod.WAL_LOG,
                        CopyMethod.FILE_COPY,
                        CopyMethod.FILE_CLONE,
                        CopyMethod.WAL_LOG,
                        CopyMethod.FILE_CLONE,
                        CopyMethod.FILE_CLONE);
    }

    @Test
    void ofEqualsTheFirstWins() {
        for (int i = 0; i < 6; i++) {
            use(10);
        }

        assertThat(choice.next()).isEqualTo(CopyMethod.FILE_COPY);
    }

    @Test
    void whatTheServerRefusesIsNotTriedAgain() {
        assertThat(choice.next()).isEqualTo(CopyMethod.FILE_COPY);
        choice.took(CopyMethod.FILE_COPY, Duration.ofMillis(30));
        assertThat(choice.next()).isEqualTo(CopyMethod.FILE_CLONE);
        assertThat(choice.refused(CopyMethod.FILE_CLONE)).isTrue();

        List<CopyMethod> later = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            later.add(use(20));
        }
        assertThat(later).doesNotContain(CopyMethod.FILE_CLONE);
    }

    @Test
    void ifEveryMethodIsRefusedTheServersWordStands() {
        assertThat(choice.refused(CopyMethod.FILE_COPY)).isTrue();
        assertThat(choice.refused(CopyMethod.WAL_LOG)).isTrue();
        assertThat(choice.refused(CopyMethod.FILE_CLONE)).isFalse();
    }

    @Test
    void anOldServerHasNoChoice() {
        assertThat(CopyMethod.of(14)).containsExactly(CopyMethod.DEFAULT);
        assertThat(CopyMethod.of(17)).containsExactly(CopyMethod.FILE_COPY, CopyMethod.WAL_LOG);
    }
}
