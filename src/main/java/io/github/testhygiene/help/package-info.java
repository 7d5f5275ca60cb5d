/**
 * The plugin's goals and the rules' pages -&gt; the text that the goal {@code help} prints. may use {@code model} and {@code text} only.
 */
@NullMarked
package io.github.testhygiene.help;

import org.jspecify.annotations.NullMarked;
