/**
 * The plugin's goals and the rules' pages -&gt; the text that the goal {@code help} prints. May use {@code model} only.
 */
@NullMarked
package io.github.testhygiene.help;

import org.jspecify.annotations.NullMarked;
