package io.github.testhygiene.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionsAdviceTest {

    @Test
    void aLongListOfSessionsIsCut() {
        List<String> sessions =
                IntStream.rangeClosed(1, 8).mapToObj(pid -> "pid " + pid).toList();

        assertThat(DatabaseAdvice.templateInUse("shop", sessions).what())
                .contains("pid 5 and 3 more")
                .doesNotContain("pid 6");
        assertThat(DatabaseAdvice.templateInUse("shop", sessions.subList(0, 1)).what())
                .endsWith("pid 1.");
    }

    @Test
    void onlyWhatIsMissingForTheChangeLogIsSaid() {
        Problem both = ServerAdvice.noChangeLog("ci", false, false);
        Problem right = ServerAdvice.noChangeLog("ci", false, true);
        Problem level = ServerAdvice.noChangeLog("ci", true, false);

        assertThat(both.what()).endsWith("its wal_level is not logical, and role 'ci' has no replication right.");
        assertThat(both.fix()).contains("wal_level=logical", "ALTER ROLE \"ci\" REPLICATION");
        assertThat(right.what()).doesNotContain("wal_level");
        assertThat(right.fix()).startsWith("As a superuser");
        assertThat(level.what()).doesNotContain("'ci'");
        assertThat(level.fix()).doesNotContain("ALTER ROLE");
    }
}
