package io.github.testhygiene.postgres.server;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a server of ours is set up: for throw-away data, many clones, and a change log that can be decoded. */
public final class ServerOptions {

    /** The extension that counts statements. */
    public static final String STATEMENTS = "pg_stat_statements";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private ServerOptions() {}

    /**
     * Keeps the memory that the server's processes share in its data folder, which goes with the server. A killed server
     * would leave it in /dev/shm for ever, and many containers have 64 MB there or none. Windows has another way.
     */
    static Map<String, String> sharedMemory() {
        return WINDOWS ? Map.of() : Map.of("dynamic_shared_memory_type", "mmap");
    }

    /** Names and values as after {@code postgres -c}. */
    static Map<String, String> all() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("fsync", "off");
        options.put("synchronous_commit", "off");
        options.put("full_page_writes", "off");
        options.put("wal_level", "logical");
        options.put("max_connections", "500");
        options.put("max_wal_senders", "64");
        options.put("max_replication_slots", "64");
        options.putAll(sharedMemory());
        // What functions and triggers execute names tables, too; it is told apart by its "toplevel".
        options.put(STATEMENTS + ".track", "all");
        return options;
    }
}
