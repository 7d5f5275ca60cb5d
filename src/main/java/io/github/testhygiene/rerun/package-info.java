/**
 * A recipe and a planned order in, outcomes out: launches recorded JVMs again, each run on a clone of its own. May use
 * {@code plan}, {@code wire}, {@code model}, {@code postgres} and {@code advice}.
 */
package io.github.testhygiene.rerun;
