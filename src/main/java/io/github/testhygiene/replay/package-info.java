/**
 * What an earlier report says of a test -> one run, and whether it ended as reported: the pipeline of the goal
 * {@code replay}. May use every package but {@code mojo}, {@code maven} and {@code fork}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.replay;
