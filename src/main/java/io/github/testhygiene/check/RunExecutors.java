package io.github.testhygiene.check;

import io.github.testhygiene.model.ForkUse;
import io.github.testhygiene.plan.LeakExperiments;
import io.github.testhygiene.plan.TestRunner;
import java.util.function.Supplier;

/**
 * Who makes runs.
 *
 * @param runner each on a fresh clone
 * @param lab on databases that other runs left
 * @param forks tells in what kind of JVM the runs were made so far
 */
public record RunExecutors(TestRunner runner, LeakExperiments lab, Supplier<ForkUse> forks) {}
