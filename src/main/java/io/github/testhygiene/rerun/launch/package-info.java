/**
 * A recipe in, a JVM that waits for its request out: command line, process, archives of classes, and the wire to it. May use
 * {@code rerun.files}, {@code plan}, {@code wire}, {@code model}, {@code postgres}, {@code filesystem} and {@code advice}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.rerun.launch;
