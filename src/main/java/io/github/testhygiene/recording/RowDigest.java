package io.github.testhygiene.recording;

import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 128 bits that stand for a row or for its key: two that are equal are taken for the same. */
record RowDigest(long high, long low) {

    /** Stands for contents that are not known. */
    static final RowDigest UNKNOWN = new RowDigest(0, 0);

    /** Makes digests; for one thread. */
    static final class Maker {

        private final MessageDigest digest = sha256();

        /** Of the whole row. A null counts like a column that is not there: in old rows they are not told apart. */
        RowDigest ofRow(Row row) {
            row.columns().forEach(this::add);
            return made();
        }

        /** Of the columns of that name; null if one of them is not known, or if there are no names. */
        @Nullable
        RowDigest ofKey(Row row, List<String> names) {
            for (String name : names) {
                Column column = row.column(name).orElse(null);
                if (column == null || column.text() == null) {
                    digest.reset();
                    return null;
                }
                add(column);
            }
            return names.isEmpty() ? null : made();
        }

        private void add(Column column) {
            String text = column.text();
            if (text == null && !column.unchangedToast()) {
                return;
            }
            // Neither names nor values contain the character 0.
            add(column.name());
            add(text == null ? "" : text);
            String whole = column.digest();
            add(whole == null ? "" : whole);
            digest.update((byte) (column.unchangedToast() ? 1 : 2));
        }

        private void add(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }

        private RowDigest made() {
            ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
            return new RowDigest(bytes.getLong(), bytes.getLong());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
