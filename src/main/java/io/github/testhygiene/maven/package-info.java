/**
 * What we ask of Maven, as records: a project and a session in, plain values out. May use {@code model} and
 * {@code advice}, Maven's API and maven-surefire-common.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.maven;
