package io.github.testhygiene.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How often, and how patiently, something is measured. */
final class Rounds {

    private static final double BUSY = 0.25;

    private Rounds() {}

    /** What a variable of the environment says, or a number if there is none. */
    static int of(String variable, int otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** Waits, but not for ever, until nobody else keeps the machine busy: these are times, not ratios. */
    static void awaitQuiet() throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        system.getCpuLoad(); // the next answer is about the time since this one
        for (int second = 0; second < of("QUIET", 30); second++) {
            Thread.sleep(1_000);
            if (system.getCpuLoad() < BUSY) {
                return;
            }
        }
        System.out.println("The machine is busy all the time: this start takes longer than it would");
    }
}
