package io.github.testhygiene.postgres.log;

import java.util.List;

/** Is told what the change log holds: markers and whole transactions, in the order in which they were committed. */
public interface ChangeListener {

    /**
     * A marker of ours stands here, between two transactions.
     *
     * @param content what was written into it
     */
    void marker(String content);

    /**
     * A transaction's changes follow, at least one.
     *
     * @param xid the transaction's number, 1 to 2^32 - 1
     */
    void begin(long xid);

    /**
     * A row was changed.
     *
     * @param change which and how
     */
    void changed(RowChange change);

    /**
     * Tables were emptied by one {@code TRUNCATE}.
     *
     * @param tables their names as in {@link RowChange#table()}, those emptied by cascade too; a partitioned table is
     *     named besides its partitions although it holds no row itself
     */
    void truncated(List<String> tables);

    /**
     * The transaction has no more changes.
     *
     * @param xid as at its beginning
     */
    void commit(long xid);
}
