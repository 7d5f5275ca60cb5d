/**
 * The selected test classes and what they use -&gt; findings about habits that make integration tests worthless, each with
 * class, method, file and line. No database, no test run. May use {@code model}, {@code advice}, {@code text},
 * {@code bytecode} and ASM.
 */
@NullMarked
package io.github.testhygiene.lint;

import org.jspecify.annotations.NullMarked;
