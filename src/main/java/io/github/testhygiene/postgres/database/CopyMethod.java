package io.github.testhygiene.postgres.database;

import java.util.ArrayList;
import java.util.List;

/** How a server copies a database. */
public enum CopyMethod {
    /** As it sees fit; what servers know that have no choice. */
    DEFAULT(0, "", ""),
    /** Copies the files, between two checkpoints. */
    FILE_COPY(15, " STRATEGY FILE_COPY", ""),
    /** The same, with the file system's own way of copying; on some it shares blocks instead of copying them. */
    FILE_CLONE(18, " STRATEGY FILE_COPY", "clone"),
    /** Writes every block into the log. */
    WAL_LOG(15, " STRATEGY WAL_LOG", "");

    private final int since;
    private final String clause;
    private final String fileCopyMethod;

    CopyMethod(int since, String clause, String fileCopyMethod) {
        this.since = since;
        this.clause = clause;
        this.fileCopyMethod = fileCopyMethod;
    }

    /** What a server knows, the likeliest to be fast first. */
    static List<CopyMethod> of(int major) {
        List<CopyMethod> known = new ArrayList<>();
        for (CopyMethod each : List.of(FILE_COPY, FILE_CLONE, WAL_LOG)) {
            if (major >= each.since) {
                known.add(each);
            }
        }
        return known.isEmpty() ? List.of(DEFAULT) : known;
    }

    /** What stands at the end of {@code CREATE DATABASE}. */
    String clause() {
        return clause;
    }

    /** What {@code file_copy_method} has to be; empty if it does not matter. */
    String fileCopyMethod() {
        return fileCopyMethod;
    }
}
