/**
 * Frames between Maven's JVM and the tests' JVM: records in, bytes out, and back. May use {@code model}.
 */
package io.github.testhygiene.wire;
