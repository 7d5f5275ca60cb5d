/**
 * A module's folder before, during and after runs -> which run wrote which file, and a build directory as the user's own run
 * left it; or private copies of the module. May use {@code plan}, {@code model}, {@code advice}, {@code process}
 * and {@code filesystem}.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.rerun.files;
