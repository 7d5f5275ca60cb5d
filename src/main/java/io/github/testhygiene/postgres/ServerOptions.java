package io.github.testhygiene.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a server of ours is set up: for throw-away data, many clones, and a change log that can be decoded. */
final class ServerOptions {

    static final String STATEMENTS = "pg_stat_statements";

    private ServerOptions() {}

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
        // What functions and triggers execute names tables, too; it is told apart by its "toplevel".
        options.put(STATEMENTS + ".track", "all");
        return options;
    }
}
