/**
 * A test's executions in all runs, what the database saw of it, and the limits -&gt; its times in the report, its place
 * within the budget, and the causes of its time. Pure; may use {@code model} and {@code text} only.
 */
@NullMarked
package io.github.testhygiene.timing;

import org.jspecify.annotations.NullMarked;
