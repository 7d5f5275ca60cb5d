package io.github.testhygiene.rerun.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.rerun.run.RerunFixture.Clones;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClonePrefetcherTest {

    @Test
    void everyCloneIsAnotherOneAndAllAreGivenBack() {
        Clones source = new Clones();
        List<DatabaseCoordinates> taken = new ArrayList<>();
        try (ClonePrefetcher ahead = new ClonePrefetcher(source, 2)) {
            for (int i = 0; i < 10; i++) {
                taken.add(ahead.take());
            }
            taken.forEach(ahead::giveBack);
        }

        assertThat(taken).doesNotHaveDuplicates().hasSize(10);
        assertThat(source.taken.size()).isBetween(10, 12);
        assertThat(source.givenBack).containsExactlyInAnyOrderElementsOf(source.taken);
    }

    @Test
    void whatStandsInTheWayIsToldToWhoeverTakes() {
        CloneSource refusing = new Clones() {
            @Override
            public synchronized DatabaseCoordinates take() {
                throw new ProblemException(new Problem("the disk is full", "make room"));
            }
        };

        try (ClonePrefetcher ahead = new ClonePrefetcher(refusing, 1)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(ahead::take)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("disk");
            }
        }
    }

    @Test
    void afterTheEndNothingIsMadeAhead() {
        Clones source = new Clones();
        ClonePrefetcher ahead = new ClonePrefetcher(source, 2);
        ahead.close();

        ahead.giveBack(ahead.take());

        assertThat(source.taken).hasSize(1);
    }
}
