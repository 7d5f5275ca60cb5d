/**
 * A test's durations in all runs, and the limits -&gt; its times in the report and its place within the budget. Pure; may
 * use {@code model} only.
 */
@NullMarked
package io.github.testhygiene.timing;

import org.jspecify.annotations.NullMarked;
