package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Times clones of the sample's schema on an embedded server, whose files lie in memory where there is room. */
final class CloneTimes {

    private static final int CLONES = 100;
    private static final int WARM_UP = 10;

    private CloneTimes() {}

    static void measure(Figures figures, Path schema) {
        System.out.println("Clones of 60 tables");
        List<Double> millis = new ArrayList<>();
        try (BenchServer server = new BenchServer(schema)) {
            for (int i = -WARM_UP; i < CLONES; i++) {
                long before = System.nanoTime();
                DatabaseCoordinates clone = server.freshDatabase();
                if (i >= 0) {
                    millis.add((System.nanoTime() - before) / 1e6);
                }
                server.drop(clone);
            }
        }
        figures.add("a clone of 60 tables", "ms", millis, 30.0);
    }
}
