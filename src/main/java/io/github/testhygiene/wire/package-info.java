/**
 * Frames between Maven's JVM and the tests' JVM: records in, bytes out, and back. May use {@code model}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.wire;
