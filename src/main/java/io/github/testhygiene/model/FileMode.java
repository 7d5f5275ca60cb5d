package io.github.testhygiene.model;

import java.util.Locale;

/** In which files re-runs work. */
public enum FileMode implements Labeled {
    /** In the module's own folder. */
    KEEP,
    /** In private copies of the module's folder, which are deleted afterwards. */
    COPY;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
