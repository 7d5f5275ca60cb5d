/**
 * The tests and the code that they reach -&gt; violations. One class a rule. May use {@code lint.code} and {@code model}.
 */
@NullMarked
package io.github.testhygiene.lint.rule;

import org.jspecify.annotations.NullMarked;
