/**
 * One {@link io.github.testhygiene.model.HygieneReport} -&gt; the files and lines in which people and machines read it:
 * {@code report.json}, {@code index.html}, a summary for the console, the history. May use {@code model},
 * {@code text}, {@code report.json}, {@code report.trend} and, in the templates, {@code report.chart}; the forms that CI systems read
 * are made in {@code report.ci}.
 */
@NullMarked
package io.github.testhygiene.report;

import org.jspecify.annotations.NullMarked;
