/**
 * A recording -> the plan, the runs, the verdicts, and the report: the pipeline of checking, with its settings. May use every
 * package but {@code mojo}, {@code maven}, {@code fork} and {@code replay}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.check;
