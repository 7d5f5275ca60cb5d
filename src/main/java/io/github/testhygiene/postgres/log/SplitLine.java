package io.github.testhygiene.postgres.log;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One line of the change log that comes in several rows: piece, number of the piece in column 2, of the last in 3. */
public final class SplitLine extends InputStream {

    private final ResultSet row;
    private byte[] piece;
    private int next;

    /** Starts at the row of the first piece. */
    SplitLine(ResultSet row) throws SQLException {
        this.row = row;
        this.piece = row.getBytes(4);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == piece.length && !advance()) {
            return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean advance() throws IOException {
        try {
            if (row.getInt(2) == row.getInt(3) || !row.next()) {
                return false;
            }
            piece = row.getBytes(4);
            next = 0;
            return true;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
