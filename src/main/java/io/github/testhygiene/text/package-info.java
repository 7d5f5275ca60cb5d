/**
 * Values of the model -&gt; the words in which messages, the log and every form of the report say the same thing; text of
 * unknown origin -&gt; text that is fit to be shown. Every sentence that is no error; errors are in {@code advice}. May use
 * {@code model} only.
 */
@NullMarked
package io.github.testhygiene.text;

import org.jspecify.annotations.NullMarked;
