package io.github.testhygiene.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BarrierAnswersTest {

    private static final long LONG = 3_600_000;

    private final BarrierAnswers answers = new BarrierAnswers();

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void everyAnswerIsForOne() throws IOException {
        answers.add();
        answers.add();

        answers.await(LONG);
        answers.await(LONG);
        assertThatThrownBy(() -> answers.await(0)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void anAnswerEndsTheWaiting() {
        CompletableFuture<Void> waiting = waiting();

        answers.add();

        assertThat(waiting).succeedsWithin(java.time.Duration.ofSeconds(30));
    }

    @Test
    void theEndOfTheConnectionEndsTheWaiting() {
        CompletableFuture<Void> waiting = waiting();

        answers.end();

        assertThatThrownBy(waiting::join).hasRootCauseMessage("the connection has ended");
    }

    @Test
    void whatCameBeforeTheEndCounts() throws IOException {
        answers.add();
        answers.end();

        answers.await(LONG);
        assertThatThrownBy(() -> answers.await(LONG)).hasMessage("the connection has ended");
    }

    @Test
    void aTestsInterruptIsKeptForTheTest() throws IOException {
        Thread.currentThread().interrupt();
        CompletableFuture.runAsync(answers::add);

        answers.await(LONG);

        assertThat(Thread.interrupted()).isTrue();
    }

    private CompletableFuture<Void> waiting() {
        return CompletableFuture.runAsync(() -> {
            try {
                answers.await(LONG);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
