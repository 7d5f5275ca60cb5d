/**
 * Outcomes of runs in, verdicts out: suspicious outcomes are confirmed and classified. Pure; makes runs through a
 * {@code TestRunner} only. May use {@code plan}, {@code model} and {@code text}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.diagnosis;
