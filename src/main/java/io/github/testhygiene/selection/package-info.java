/**
 * What has changed since a commit, what the last report found, and what the reference run showed -&gt; which tests are
 * checked, and which run beside them in orders. Runs {@code git}; may use {@code model}, {@code advice} and
 * {@code bytecode}, and reads class files with ASM.
 */
@NullMarked
package io.github.testhygiene.selection;

import org.jspecify.annotations.NullMarked;
