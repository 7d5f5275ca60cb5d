package io.github.testhygiene.mojo;

import io.github.testhygiene.plan.LeakLab;
import io.github.testhygiene.plan.TestRunner;

/**
 * Who makes runs.
 *
 * @param runner each on a fresh clone
 * @param lab on databases that other runs left
 */
record Runners(TestRunner runner, LeakLab lab) {}
