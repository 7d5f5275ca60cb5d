/**
 * This build's report and what is known of an earlier build -&gt; what is new, what is fixed and what nobody knows; and
 * the history that is kept for the next build. May use {@code model} and {@code text}.
 */
@NullMarked
package io.github.testhygiene.report.trend;

import org.jspecify.annotations.NullMarked;
