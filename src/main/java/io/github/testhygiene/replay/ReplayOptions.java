package io.github.testhygiene.replay;

/**
 * What a person wants of a replay, besides seeing it.
 *
 * @param expectFixed success if what failed then passes now
 * @param keepDatabase whether the database stays after the run
 * @param interactive whether somebody may press Enter
 */
public record ReplayOptions(boolean expectFixed, boolean keepDatabase, boolean interactive) {}
