/**
 * What the reference run showed and a budget in, runs worth making out; {@code TestRunner} is the port through which
 * they are made. May use {@code model}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.plan;
