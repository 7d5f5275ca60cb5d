/**
 * A planned run in, outcomes out: segments in fresh JVMs on clones, fast ones first. May use {@code rerun.launch},
 * {@code rerun.files}, {@code plan}, {@code wire}, {@code model}, {@code postgres}, {@code filesystem} and {@code advice}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.rerun.run;
