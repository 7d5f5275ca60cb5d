package io.github.testhygiene.model;

import java.time.Duration;
import java.util.Objects;

/**
 * What the fixtures of a class did that run once for all its tests, such as {@code @BeforeAll}.
 *
 * @param className the class
 * @param duration the time that they took, before the first test and after the last
 * @param evidence what the database saw of them
 */
public record FixtureEvidence(String className, Duration duration, SpanEvidence evidence) {

    /** Checks that nothing is missing. */
    public FixtureEvidence {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(evidence, "evidence");
    }
}
