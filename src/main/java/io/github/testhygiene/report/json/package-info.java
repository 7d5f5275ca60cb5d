/**
 * Values of the model -&gt; the JSON in which every form of the report says the same thing, and back. May use
 * {@code model} only.
 */
@NullMarked
package io.github.testhygiene.report.json;

import org.jspecify.annotations.NullMarked;
