package io.github.testhygiene.postgres.log;

/** What a {@link DatabaseObserver} asks. */
public final class ObserverQueries {

    // By this comment our statements are told from the tests'. It stands behind the first word, since PostgreSQL 18
    // drops one before it, and no constant would do: the server replaces those.
    // All in one, since every question to the server costs the tests' time. The message comes last: what is evaluated
    // before it is as of its moment, and nothing of the tests runs meanwhile.
    static final String MARK = """
            SELECT /* test-hygiene */ pg_snapshot_xmax(pg_current_snapshot())::text::bigint, pg_stat_get_db_sessions(?::oid),
                   activity.*,
                   CASE WHEN ? THEN (
                     SELECT string_agg(quote_ident(n.nspname) || '.' || quote_ident(c.relname) || chr(1)
                                       || CASE WHEN has_sequence_privilege(c.oid, 'SELECT,USAGE')
                                               THEN coalesce(pg_sequence_last_value(c.oid)::text, '') ELSE '' END, chr(2) ORDER BY c.oid)
                       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND c.oid >= 16384) END,
                   pg_logical_emit_message(false, 'test-hygiene', ?)
              FROM (SELECT count(*), coalesce((extract(epoch FROM max(state_change)) * 1000000)::bigint, 0),
                           array_agg(pid || ' since ' || coalesce(xact_start::text, query_start::text, '') ORDER BY pid) FILTER (WHERE state <> 'idle'),
                           array_agg(state = 'active' ORDER BY pid) FILTER (WHERE state <> 'idle'),
                           array_agg(coalesce((extract(epoch FROM clock_timestamp() - state_change) * 1000)::bigint, 0) ORDER BY pid)
                             FILTER (WHERE state <> 'idle'),
                           array_agg('session ' || pid || coalesce(' (' || nullif(application_name, '') || ')', '') || ': '
                                     || coalesce(left(query, 200), '') ORDER BY pid) FILTER (WHERE state <> 'idle'),
                           array_agg(backend_xid::text::bigint) FILTER (WHERE backend_xid IS NOT NULL)
                      FROM pg_stat_activity
                     WHERE datid = ?::oid AND application_name <> 'test-hygiene' AND backend_type = 'client backend') AS activity
            """;

    static final String LOCKS = """
            SELECT /* test-hygiene */
                   'advisory lock ' || CASE WHEN objsubid = 1 THEN ((classid::bigint << 32) | objid::bigint)::text
                                            ELSE classid || ', ' || objid END || ' of session ' || pid
              FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = ?::oid AND pid <> pg_backend_pid()
             ORDER BY 1
            """;

    /** Changes with every statement that changes the schema, and costs a fraction of reading it. */
    static final String SCHEMA_STATE = """
            SELECT /* test-hygiene */ concat_ws(' ',
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_class WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_attribute WHERE attrelid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_constraint WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_trigger WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_type WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_proc WHERE oid >= 16384),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_namespace),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_extension),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_enum),
                (SELECT count(*) || ' ' || sum(xmin::text::bigint) FROM pg_db_role_setting),
                (SELECT md5(string_agg(r::text, ',' ORDER BY r.rolname)) FROM pg_roles r),
                (SELECT md5(string_agg(s.name || s.setting, ',' ORDER BY s.name)) FROM pg_settings s
                  WHERE s.sourcefile LIKE '%postgresql.auto.conf'))
            """;

    private ObserverQueries() {}
}
