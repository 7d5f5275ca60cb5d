/**
 * Folders in, nothing left of them out. Uses none of our packages.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.filesystem;
