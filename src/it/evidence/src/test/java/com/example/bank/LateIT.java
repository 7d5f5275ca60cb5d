package com.example.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A thread of the first test commits while the second one runs, which has nothing to do with it. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class LateIT {

    private static final CountDownLatch MAY_COMMIT = new CountDownLatch(1);
    private static CompletableFuture<Void> late;

    @Test
    void first() {
        CountDownLatch hasWritten = new CountDownLatch(1);
        late = CompletableFuture.runAsync(() -> write(hasWritten));

        await(hasWritten);
    }

    @Test
    void second() throws SQLException {
        MAY_COMMIT.countDown();
        late.join();

        assertEquals(1, Bank.number("SELECT count(*) FROM late_entry"));
    }

    private static void write(CountDownLatch hasWritten) {
        try (Connection connection = Bank.connect()) {
            connection.setAutoCommit(false);
            Bank.execute(connection, "INSERT INTO late_entry VALUES (1)");
            hasWritten.countDown();
            await(MAY_COMMIT);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            hasWritten.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
