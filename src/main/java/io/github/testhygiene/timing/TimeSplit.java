package io.github.testhygiene.timing;

import io.github.testhygiene.model.SqlUse;

/**
 * A time in three parts that add up to it.
 *
 * @param server the server's work, apart from the schema, in milliseconds
 * @param schema the server's work on the schema
 * @param client what is neither
 */
record TimeSplit(double server, double schema, double client) {

    static final TimeSplit NOTHING = new TimeSplit(0, 0, 0);

    /** Several connections at once may keep the server busy for longer than the time that passed: then it is all theirs. */
    static TimeSplit of(double millis, SqlUse sql) {
        double schema = Math.min(sql.ddlMillis(), millis);
        double server = Math.min(Math.max(0, sql.millis() - sql.ddlMillis()), millis - schema);
        return new TimeSplit(server, schema, Math.max(0, millis - schema - server));
    }

    TimeSplit plus(TimeSplit other) {
        return new TimeSplit(server + other.server, schema + other.schema, client + other.client);
    }
}
