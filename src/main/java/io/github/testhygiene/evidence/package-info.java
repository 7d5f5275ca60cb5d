/**
 * What the database saw of each test -&gt; findings: rows, schema and sessions left behind, tests that never reach the
 * database or ask it too much, tests that are executed twice. Pure; may use {@code model} and {@code text} only.
 */
@NullMarked
package io.github.testhygiene.evidence;

import org.jspecify.annotations.NullMarked;
