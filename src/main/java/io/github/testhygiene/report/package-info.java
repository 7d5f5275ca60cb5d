/**
 * One {@link io.github.testhygiene.model.HygieneReport} -&gt; the files and lines in which people and machines read it:
 * {@code report.json}, {@code index.html}, a summary for the console. May use {@code model} only.
 */
@NullMarked
package io.github.testhygiene.report;

import org.jspecify.annotations.NullMarked;
