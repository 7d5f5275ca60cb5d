/**
 * What went wrong, with its values -> the sentences that tell a user what happened and how to mend it.
 *
 * <p>Uses {@code model} of ours, and nothing but {@code java.*} from outside.
 */
@org.jspecify.annotations.NullMarked
package io.github.testhygiene.advice;
