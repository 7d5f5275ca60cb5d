/**
 * Maven's side of each goal: parameters in, one call of a stage, its errors translated. May use every package but
 * {@code fork}; nothing depends on it.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.mojo;
