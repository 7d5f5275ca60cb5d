/**
 * The recorder's end of the wire: frames of the user's failsafe run in, a {@code Recording} out. May use {@code wire},
 * {@code model}, {@code postgres}, {@code sql} and {@code advice}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.recording;
