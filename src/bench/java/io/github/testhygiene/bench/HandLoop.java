package io.github.testhygiene.bench;

import io.github.testhygiene.model.DatabaseCoordinates;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What a user without the plugin does: a build for each test, offline and quiet, on a database that is there already. */
final class HandLoop {

    private final SpeedSample sample;
    private final DatabaseCoordinates database;
    private int next;

    HandLoop(SpeedSample sample, DatabaseCoordinates database) {
        this.sample = sample;
        this.database = database;
    }

    /**
     * Builds for a few tests, other ones each time.
     *
     * @param count how many
     * @return what the loop over all tests would take, in seconds
     */
    double seconds(int count) throws IOException, InterruptedException {
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            String test = sample.tests().get(next++ % sample.tests().size());
            List<String> arguments = sample.with(Stream.concat(
                    Stream.of("-o", "-q", "-DbyHand", "-Dit.test=" + test, "verify"), sample.on(database).stream()));
            long before = System.nanoTime();
            MavenBuild.run(sample.folder(), arguments);
            seconds += (System.nanoTime() - before) / 1e9;
        }
        return seconds / count * sample.tests().size();
    }
}
