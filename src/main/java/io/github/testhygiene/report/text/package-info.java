/**
 * Values of the model -&gt; the words, and the JSON, in which every form of the report says the same thing; text of
 * unknown origin -&gt; text that is fit to be shown. May use {@code model} only.
 */
@NullMarked
package io.github.testhygiene.report.text;

import org.jspecify.annotations.NullMarked;
