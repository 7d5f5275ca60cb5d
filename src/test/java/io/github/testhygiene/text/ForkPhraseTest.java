package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.ForkUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkPhraseTest {

    @Test
    void nothingIsSaidWhereNothingWasRunAgain() {
        assertThat(ForkPhrase.describe(null)).isEmpty();
        assertThat(ForkPhrase.describe(new ForkUse(0, 0, 0, List.of()))).isEmpty();
    }

    @Test
    void plainForksAreSimplyYours() {
        assertThat(ForkPhrase.describe(new ForkUse(0, 12, 0, List.of())))
                .isEqualTo("12 re-runs, in JVMs that were launched as yours.");
    }

    @Test
    void whatDidNotPassInAFastForkIsSaid() {
        assertThat(ForkPhrase.describe(new ForkUse(10, 5, 2, List.of("com.example.FilesIT"))))
                .isEqualTo("13 re-runs, 8 of them in JVMs that start sooner than yours, the others in JVMs that were"
                        + " launched as yours. Of the latter, 2 had not passed in a JVM that starts sooner; only what"
                        + " the plain one showed counts. In plain ones only, these pass: com.example.FilesIT.");
    }
}
