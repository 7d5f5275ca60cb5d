package io.github.testhygiene.recording;

import io.github.testhygiene.model.SecretNames;
import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of a row in one line: {@code (id 17, owner 'ann')}. */
final class RowText {

    private static final int MOST_CHARACTERS = 80;
    private static final int MOST_COLUMNS = 12;
    private static final String SECRET = "***";

    private final List<String> key;

    /** With the names of the key's columns, which stand first where a row was changed. */
    RowText(List<String> key) {
        this.key = key;
    }

    String of(NetRows.Shown shown) {
        Row before = shown.before();
        Row after = shown.after();
        if (after == null) {
            return before == null ? "" : "deleted " + whole(before);
        }
        return before == null || key.isEmpty() || !before.complete() ? whole(after) : changed(before, after);
    }

    private static String whole(Row row) {
        return inBrackets(row.columns().stream()
                .filter(column -> column.text() != null)
                .map(column -> column.name() + " " + value(column))
                .toList());
    }

    private String changed(Row before, Row after) {
        List<String> parts = new ArrayList<>();
        for (String name : key) {
            after.column(name).ifPresent(column -> parts.add(name + " " + value(column)));
        }
        for (Column column : after.columns()) {
            Column old = before.column(column.name()).orElse(null);
            if (!column.unchangedToast() && !same(old, column)) {
                parts.add(column.name() + difference(value(old), value(column)));
            }
        }
        return inBrackets(parts);
    }

    /** Of two long values, what is shown may be the same. */
    private static String difference(String old, String now) {
        return old.equals(now) && !now.equals(SECRET) ? " changed" : " " + old + " → " + now;
    }

    private static boolean same(@Nullable Column old, Column now) {
        return (old == null || old.isNull()) ? now.isNull() : old.equals(now);
    }

    private static String inBrackets(List<String> parts) {
        boolean cut = parts.size() > MOST_COLUMNS;
        List<String> first = cut ? parts.subList(0, MOST_COLUMNS) : parts;
        return "(" + String.join(", ", first) + (cut ? ", …)" : ")");
    }

    private static String value(@Nullable Column column) {
        if (column == null || column.text() == null) {
            return "null";
        }
        if (SecretNames.suggest(column.name())) {
            return SECRET;
        }
        String text = cut(column.text().replaceAll("\\p{Cntrl}", " "));
        return column.quoted() ? "'" + text + "'" : text;
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
    }
}
