package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.model.ForkMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In what a JVM differs from the recorded one, so that it starts sooner.
 *
 * @param mode plain, or fast
 * @param arguments what is added to the recorded JVM's own arguments
 * @param packed class path entries and the jars that stand in their places
 * @param archives whether it writes an archive when it ends, which takes it some seconds
 */
public record ForkStyle(ForkMode mode, List<String> arguments, Map<String, String> packed, boolean archives) {

    /** As the recorded one. */
    static final ForkStyle PLAIN = new ForkStyle(ForkMode.PLAIN, List.of(), Map.of(), false);

    /** Copies the lists. */
    public ForkStyle {
        Objects.requireNonNull(mode, "mode");
        arguments = List.copyOf(arguments);
        packed = Map.copyOf(packed);
    }

    /** Where a class path entry is found. */
    String place(String entry) {
        return packed.getOrDefault(entry, entry);
    }
}
