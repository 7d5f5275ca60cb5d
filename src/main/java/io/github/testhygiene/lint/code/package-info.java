/**
 * Class files -&gt; what lint rules ask of them: annotations with those they are composed of, calls with the constants that
 * flow into them, and which code the tests reach. Uses ASM; may use {@code model}
 * and {@code bytecode}.
 */
@NullMarked
package io.github.testhygiene.lint.code;

import org.jspecify.annotations.NullMarked;
