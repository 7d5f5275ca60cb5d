/**
 * A process's id and start in, whether it still runs out: so a later build can prove that the owner of what it finds has
 * ended. Uses none of our packages.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.process;
