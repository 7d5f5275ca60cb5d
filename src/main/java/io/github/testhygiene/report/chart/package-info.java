/**
 * One {@link io.github.testhygiene.model.HygieneReport} -&gt; the geometry of the pictures in {@code index.html}: who
 * pollutes whom, the time of every test, and every test's outcome in every run. Pure; may use {@code model} and
 * {@code text} only.
 */
@NullMarked
package io.github.testhygiene.report.chart;

import org.jspecify.annotations.NullMarked;
