package io.github.testhygiene.sql;

import java.util.Set;

/** Keywords of PostgreSQL, by what they can and cannot be. */
final class SqlWords {

    /** What cannot be a table's name without quotes, in any version; from the manual's appendix on keywords. */
    static final Set<String> RESERVED = words(
            "all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create",
            "current_catalog current_date current_role current_time current_timestamp current_user default deferrable",
            "desc distinct do else end except false fetch for foreign from grant group having in initially intersect",
            "into lateral leading limit localtime localtimestamp not null offset on only or order placing primary",
            "references returning select session_user some symmetric table then to trailing true union unique user",
            "using variadic when where window with authorization binary collation concurrently cross current_schema",
            "freeze full ilike inner is isnull join left like natural notnull outer overlaps right similar tablesample",
            "verbose");

    /** What can stand before a parenthesis without being a function, other than reserved words. */
    private static final Set<String> CONSTRUCTS = words(
            "between bit boolean char character coalesce dec decimal exists filter float greatest interval least",
            "national nchar nullif numeric over precision row rows time timestamp values varchar within");

    /** What a pool, a driver or a framework asks a session about itself; no data and no schema is behind it. */
    private static final Set<String> ABOUT_THE_SESSION = words(
            "clock_timestamp current_database current_query current_schemas current_setting inet_client_addr",
            "inet_client_port inet_server_addr inet_server_port now set_config statement_timestamp timeofday",
            "transaction_timestamp txid_current version");

    /** What ends the list of a query's tables. */
    static final Set<String> END_OF_TABLES =
            words("where group having window order limit offset fetch for union intersect except set");

    /** What can stand between INTO and the new table of a SELECT. */
    static final Set<String> BEFORE_NEW_TABLE = words("temp temporary local global unlogged table");

    private SqlWords() {}

    /**
     * Whether a word before a parenthesis calls something that may reach data.
     *
     * @param word in lower case
     */
    static boolean mayReachData(String word) {
        return !RESERVED.contains(word)
                && !CONSTRUCTS.contains(word)
                && !ABOUT_THE_SESSION.contains(word)
                && !word.startsWith("pg_");
    }

    private static Set<String> words(String... lines) {
        return Set.of(String.join(" ", lines).split(" "));
    }
}
