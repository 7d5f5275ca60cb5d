package io.github.testhygiene.postgres.log;

import io.github.testhygiene.postgres.log.RowChange.Column;
import io.github.testhygiene.postgres.log.RowChange.Operation;
import io.github.testhygiene.postgres.log.RowChange.Row;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands the lines that the output plugin {@code test_decoding} writes, each one change. */
public final class DecodedChanges {

    /** The prefix of the messages that mark boundaries. */
    static final String MARKER = "test-hygiene";

    /** The prefix of the messages that name a table whose old rows are complete from there on. */
    static final String COMPLETE = "test-hygiene-complete";

    private final ChangeListener listener;
    private final Set<String> complete;
    private final DecodedText text = new DecodedText();
    private final ValueText value = new ValueText();
    private boolean endedByHeading;
    private long begun;
    private boolean told;

    /** Starts with the tables whose old rows are complete; more are noted there. */
    DecodedChanges(ChangeListener listener, Set<String> complete) {
        this.listener = listener;
        this.complete = complete;
    }

    /** With no table whose old rows are known to be complete. */
    DecodedChanges(ChangeListener listener) {
        this(listener, new HashSet<>());
    }

    /** Reads one line, and tells the listener of it. */
    void read(Reader line) throws IOException {
        text.open(line);
        switch (text.take()) {
            case 'B' -> {
                text.expect("EGIN ");
                begun = xid();
                told = false;
            }
            case 'C' -> {
                text.expect("OMMIT ");
                long xid = xid();
                if (told) {
                    listener.commit(xid);
                }
            }
            case 'm' -> {
                text.expect("essage: transactional: ");
                message();
            }
            case 't' -> {
                text.expect("able ");
                table();
            }
            default -> throw text.unexpected("BEGIN, COMMIT, message or table");
        }
    }

    private long xid() throws IOException {
        String number = text.rest();
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw new IOException("test_decoding wrote no transaction number: " + number, e);
        }
    }

    private void message() throws IOException {
        boolean transactional = text.take() != '0';
        text.expect(" prefix: ");
        // What others write into the log may be large, and may look like anything.
        if (transactional || !takesOurPrefix()) {
            return;
        }
        boolean marker = text.takeIf(',');
        if (!marker) {
            String rest = MARKER + text.until(',');
            if (!rest.equals(COMPLETE)) {
                return;
            }
        }
        text.expect(" sz: ");
        text.until(' ');
        text.expect("content:");
        String content = text.rest();
        if (marker) {
            listener.marker(content);
        } else {
            complete.add(content);
        }
    }

    private boolean takesOurPrefix() throws IOException {
        for (int i = 0; i < MARKER.length(); i++) {
            if (!text.takeIf(MARKER.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void table() throws IOException {
        List<String> tables = new ArrayList<>();
        tables.add(text.qualifiedName());
        while (text.takeIf(',')) {
            text.expect(' ');
            tables.add(text.qualifiedName());
        }
        text.expect(": ");
        String operation = text.until(':');
        tellBeginning();
        if (operation.equals("TRUNCATE")) {
            listener.truncated(List.copyOf(tables));
        } else {
            listener.changed(change(tables.get(0), operation));
        }
    }

    /** A transaction that wrote nothing but a message is none to the listener. */
    private void tellBeginning() {
        if (!told) {
            listener.begin(begun);
            told = true;
        }
    }

    private RowChange change(String table, String operation) throws IOException {
        return switch (operation) {
            case "INSERT" -> new RowChange(table, Operation.INSERT, null, row(true));
            case "DELETE" -> new RowChange(table, Operation.DELETE, row(complete.contains(table)), null);
            case "UPDATE" -> update(table);
            default -> throw text.unexpected("INSERT, UPDATE, DELETE or TRUNCATE");
        };
    }

    private RowChange update(String table) throws IOException {
        Row row = row(true);
        if (!endedByHeading) {
            return new RowChange(table, Operation.UPDATE, null, row);
        }
        // The heading was "old-key:", and the next one is "new-tuple:".
        Row before = row(complete.contains(table));
        return new RowChange(table, Operation.UPDATE, before, row(true));
    }

    /** The columns up to the line's end or a heading; null if the row was not written down. */
    private @Nullable Row row(boolean isComplete) throws IOException {
        List<Column> columns = new ArrayList<>();
        endedByHeading = false;
        while (!endedByHeading && text.takeIf(' ')) {
            if (text.takeIf('(')) {
                text.expect("no-tuple-data)");
                return null;
            }
            String name = text.columnName();
            // A column's name is followed by its type, a heading is not.
            endedByHeading = text.takeIf(':');
            if (!endedByHeading) {
                columns.add(column(name));
            }
        }
        return new Row(columns, isComplete);
    }

    private Column column(String name) throws IOException {
        text.skipType();
        text.expect(':');
        value.clear();
        if (text.takeIf('\'')) {
            return quoted(name);
        }
        if (text.takeIf('B')) {
            // Only a bit string begins like this.
            text.expect('\'');
            return quoted(name);
        }
        String bare = text.bareValue();
        return switch (bare) {
            case "null" -> new Column(name, null, null, false, false);
            case "unchanged-toast-datum" -> new Column(name, null, null, false, true);
            default -> {
                bare.chars().forEach(each -> value.append((char) each));
                yield new Column(name, value.text(), value.digest(), false, false);
            }
        };
    }

    private Column quoted(String name) throws IOException {
        text.quotedValue(value);
        return new Column(name, value.text(), value.digest(), true, false);
    }
}
