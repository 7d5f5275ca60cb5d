package io.github.testhygiene.rerun.files;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/** Recognizes the data folders of servers, which may be running: to change a file there destroys the server's data. */
public final class ServerFiles {

    private static final Set<String> NAMES = Set.of(
            "PG_VERSION", "postmaster.pid", "ibdata1", "WiredTiger", "appendonlydir", "dump.rdb", "meta.properties");

    private ServerFiles() {}

    static boolean areIn(Path folder) {
        return NAMES.stream().anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }
}
