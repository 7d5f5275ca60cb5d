package io.github.testhygiene.mojo;

/**
 * What a person wants of a replay, besides seeing it.
 *
 * @param expectFixed success if what failed then passes now
 * @param keepDatabase whether the database stays after the run
 */
record ReplayWish(boolean expectFixed, boolean keepDatabase) {}
