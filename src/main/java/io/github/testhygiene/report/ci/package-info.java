/**
 * One {@link io.github.testhygiene.model.HygieneReport} -&gt; what CI systems read: {@code summary.md},
 * {@code findings.sarif}, {@code TEST-test-hygiene.xml}, annotations of GitHub, code quality of GitLab. May use
 * {@code model}, {@code report}, {@code report.json} and {@code text}.
 */
@NullMarked
package io.github.testhygiene.report.ci;

import org.jspecify.annotations.NullMarked;
