package io.github.testhygiene.recording;

import io.github.testhygiene.model.TestId;
import java.time.Instant;

/**
 * When a test ran in the reference run.
 *
 * @param id the test
 * @param from when it started, by the wall clock
 * @param to when it had ended
 */
public record TestSpan(TestId id, Instant from, Instant to) {}
