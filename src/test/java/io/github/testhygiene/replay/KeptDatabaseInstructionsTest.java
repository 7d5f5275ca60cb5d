package io.github.testhygiene.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptDatabaseInstructionsTest {

    private static final DatabaseCoordinates MAINTENANCE =
            new DatabaseCoordinates("db.example", 5433, "main", "the tester", "se'cret", "sslmode=require");
    private static final DatabaseCoordinates CLONE = MAINTENANCE.withDatabase("test_hygiene_abc");

    private final List<String> log = new ArrayList<>();

    @Test
    void onTheUsersServerItStaysAndTheWayToDropItIsToldWithoutThePassword() {
        assertThat(new KeptDatabaseInstructions(CLONE, MAINTENANCE, true).lines())
                .containsExactly(
                        "The database is as the run left it:"
                                + " jdbc:postgresql://db.example:5433/test_hygiene_abc?sslmode=require, user the tester",
                        "  psql -h db.example -p 5433 -U 'the tester' -d test_hygiene_abc",
                        "It stays there. To drop it: psql -h db.example -p 5433 -U 'the tester' -d main"
                                + " -c 'DROP DATABASE test_hygiene_abc WITH (FORCE)'");
    }

    @Test
    void onAServerOfOursThePasswordIsNeeded() {
        assertThat(new KeptDatabaseInstructions(CLONE, MAINTENANCE, false).lines())
                .hasSize(2)
                .last()
                .isEqualTo("  PGPASSWORD='se'\\''cret' psql -h db.example -p 5433 -U 'the tester' -d test_hygiene_abc");
    }

    @Test
    void enterEndsTheWaitingAndWhatFollowsIsLeftToOthers() throws IOException {
        InputStream in = new ByteArrayInputStream("seen\nnext".getBytes(StandardCharsets.UTF_8));

        KeptDatabaseInstructions.waitForEnter(in, log::add);

        assertThat(log)
                .containsExactly(
                        "Press Enter when you have seen it; then it is dropped, and the server ends with Maven.");
        assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("next");
    }

    @Test
    void atTheEndOfTheInputNobodyIsWaitedFor() {
        KeptDatabaseInstructions.waitForEnter(InputStream.nullInputStream(), log::add);

        assertThat(log)
                .last()
                .isEqualTo(
                        "There is nobody to wait for, since the standard input is at its end: the database is dropped.");
    }

    @Test
    void anInputThatCannotBeReadIsNobodyToo() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        KeptDatabaseInstructions.waitForEnter(closed, log::add);

        assertThat(log).last().asString().contains("the standard input cannot be read (Stream closed)");
    }
}
