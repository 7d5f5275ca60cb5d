/**
 * Folders and jars in, the class files in them and what ASM reads of each out, or why one cannot be read. Uses none of our
 * packages.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.bytecode;
