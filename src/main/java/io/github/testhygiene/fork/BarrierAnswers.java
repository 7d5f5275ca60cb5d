package io.github.testhygiene.fork;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Answers at barriers, handed from the thread that reads the wire to those that wait for them. */
final class BarrierAnswers {

    private int unclaimed;
    private boolean ended;

    synchronized void add() {
        unclaimed++;
        notifyAll();
    }

    /** No more will come. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /**
     * Waits for one answer. An interrupt is meant for the test: it does not end the waiting, and is still there after.
     *
     * @throws SocketTimeoutException if it takes longer than that
     * @throws IOException if no more will come
     */
    synchronized void await(long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean interrupted = false;
        try {
            while (unclaimed == 0) {
                long left = end - System.nanoTime();
                if (ended) {
                    throw new IOException("the connection has ended");
                }
                if (left <= 0) {
                    throw new SocketTimeoutException("no answer within " + millis + " ms");
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            unclaimed--;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
