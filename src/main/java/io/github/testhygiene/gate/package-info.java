/**
 * Findings and a policy -&gt; whether the build may pass, and what stands against it. Pure; may use {@code model} and {@code text} only.
 */
@NullMarked
package io.github.testhygiene.gate;

import org.jspecify.annotations.NullMarked;
