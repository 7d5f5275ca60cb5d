/**
 * The only code that runs in the tests' JVM: the JUnit Platform's events in, frames out. May use {@code wire},
 * {@code model} and the JUnit Platform, and nothing else, so that the plugin's jar is safe on any test class path.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.fork;
