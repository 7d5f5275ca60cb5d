/**
 * The vocabulary: what is said of tests, runs, databases and findings, as records and sealed types that are checked in
 * their constructors. Uses nothing but {@code java.*}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.model;
