package io.github.testhygiene.sql;

/** What a statement is for. */
public enum StatementKind {
    /** It reads rows. */
    READ,
    /** It changes rows; it may read some, too. */
    WRITE,
    /** It changes the schema, privileges or other things that are there for all sessions. */
    DDL,
    /** It begins, ends or divides a transaction. */
    TRANSACTION,
    /** It asks for or sets something of its own session. */
    SESSION,
    /** All else: blocks and procedures, maintenance, temporary objects, texts that are not understood. */
    OTHER
}
