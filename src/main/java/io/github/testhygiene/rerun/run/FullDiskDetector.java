package io.github.testhygiene.rerun.run;

import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.TestFailure;
import io.github.testhygiene.model.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Recognizes that a run met a full disk: what failed in it then says nothing of its tests. The disk of the run's temporary
 * folder is measured, and the failures are read, since a test may write elsewhere and the server may be on another disk.
 *
 * @param freeBytes measures how much is free where a folder is
 */
public record FullDiskDetector(ToLongFunction<Path> freeBytes) {

    /** What a test that fails for this reason may still find free: it wanted to write more, or wrote it and deleted it. */
    private static final long LEAST_BYTES = 1 << 20;

    /** As the systems say it in English; in other languages only the measured disk is recognized. */
    private static final List<String> PHRASES =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");

    FullDiskDetector() {
        this(FullDiskDetector::free);
    }

    /**
     * Says whether a run met a full disk. To be asked before the run's temporary folder is deleted.
     *
     * @param exit how the run ended
     * @param outcomes what its tests showed, in all rounds
     * @param folder the run's temporary folder
     * @return a sentence without a full stop; empty if nothing failed, or no disk was seen to be full
     */
    Optional<String> metBy(RunExit exit, Collection<TestOutcome> outcomes, Path folder) {
        List<TestFailure> failures = outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.failure()))
                .toList();
        boolean crashed = exit instanceof RunExit.Crashed;
        if (failures.isEmpty() && !crashed) {
            return Optional.empty();
        }
        long free = freeBytes.applyAsLong(folder);
        if (free < LEAST_BYTES) {
            return Optional.of("a disk was full while it ran (" + free / 1024 + " KB left for " + folder + ")");
        }
        boolean told =
                failures.stream().anyMatch(failure -> isNamed(failure.message()) || isNamed(failure.stackTrace()))
                        || (exit instanceof RunExit.Crashed lost && isNamed(lost.outputTail()));
        return told
                ? Optional.of("a disk was full while it ran, as the failure says of one of its tests")
                : Optional.empty();
    }

    private static boolean isNamed(String text) {
        return PHRASES.stream().anyMatch(text::contains);
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // it cannot be measured, and is not called full
        }
    }
}
