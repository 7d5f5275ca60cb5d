package io.github.testhygiene.model;

import java.util.Locale;

/** Through what state reaches a later test. */
public enum Leak implements Labeled {
    /** Through rows, sequences or the schema. */
    DATABASE,
    /** Through static fields, system properties, threads. */
    JVM,
    /** Through files, ports or other services. */
    OUTSIDE,
    /** The experiment gave no answer. */
    UNDETERMINED;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
