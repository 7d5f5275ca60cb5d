package io.github.testhygiene.text;

import io.github.testhygiene.model.EvidenceEntry;
import io.github.testhygiene.model.OpenSessionState;
import io.github.testhygiene.model.OtherTraces;
import io.github.testhygiene.model.SchemaChange;
import io.github.testhygiene.model.SequenceAdvance;
import io.github.testhygiene.model.SqlUse;
import io.github.testhygiene.model.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words in which reports say what the database saw. */
public final class DatabasePhrases {

    private static final int NAME_LIMIT = 200;
    private static final int REASON_LIMIT = 300;

    private DatabasePhrases() {}

    /**
     * What was asked of the database.
     *
     * @param sql the statements
     * @return for example {@code 14 statements, 32 ms on the server, 3 connections opened}
     */
    public static String statements(SqlUse sql) {
        if (sql.statements() == 0) {
            // The server counts no statement that fails, and none that only tries a connection.
            return (sql.reached() ? "no statement that was counted" : "no statement on the provided database")
                    + opened(sql);
        }
        StringBuilder words = new StringBuilder(Phrases.count(sql.statements(), "statement"));
        words.append(", ").append(Phrases.time(sql.millis())).append(" on the server");
        if (sql.ddl() > 0) {
            words.append(", ")
                    .append(Phrases.count(sql.ddl(), "change"))
                    .append(" of the schema (")
                    .append(Phrases.time(sql.ddlMillis()))
                    .append(')');
        }
        words.append(opened(sql));
        if (sql.tempBytes() > 0) {
            words.append(", ").append(Phrases.bytes(sql.tempBytes())).append(" of temporary files");
        }
        return words.toString();
    }

    private static String opened(SqlUse sql) {
        Long connections = sql.connections();
        return connections == null || connections == 0
                ? ""
                : ", " + Phrases.count(connections, "connection") + " opened";
    }

    /**
     * How a table's number of rows has changed.
     *
     * @param change the change
     * @return for example {@code 0 → 3 rows (+3)}; empty if the number is as it was
     */
    public static String growth(TableChange change) {
        Long before = change.before();
        Long after = change.after();
        if (before == null || after == null) {
            return change.growth() == 0
                    ? ""
                    : signed(change.growth()) + " " + Wording.plural(Math.abs(change.growth()), "row");
        }
        return before.equals(after)
                ? ""
                : Phrases.number(before) + " → " + Phrases.count(after, "row") + " (" + signed(after - before) + ")";
    }

    /**
     * All that was done to a table.
     *
     * @param change the change
     * @return for example {@code 0 → 3 rows (+3), 2 updated}
     */
    public static String change(TableChange change) {
        List<String> words = new ArrayList<>();
        String growth = growth(change);
        if (!growth.isEmpty()) {
            words.add(growth);
        }
        if (change.inserted() > 0 && change.deleted() > 0) {
            words.add(Phrases.number(change.inserted()) + " inserted");
            words.add(Phrases.number(change.deleted()) + " deleted");
        }
        if (change.updated() > 0) {
            words.add(Phrases.number(change.updated()) + " updated");
        }
        if (change.truncated()) {
            words.add("truncated");
        }
        return words.isEmpty() ? "changed" : String.join(", ", words);
    }

    /**
     * What else is to be known of a change.
     *
     * @param change the change
     * @return for example {@code truncated; taken back after the last test of its class}; empty if nothing
     */
    public static String notes(TableChange change) {
        List<String> notes = new ArrayList<>();
        if (change.truncated()) {
            notes.add("truncated");
        }
        if (change.late()) {
            notes.add("partly committed after its end");
        }
        if (change.takenBack()) {
            notes.add("taken back after the last test of its class");
        }
        return String.join("; ", notes);
    }

    /**
     * A number with its sign.
     *
     * @param number any number
     * @return for example {@code +3}, {@code −2}, {@code 0}
     */
    public static String signed(long number) {
        String digits = Phrases.number(number).replace('-', '−');
        return number > 0 ? "+" + digits : digits;
    }

    /**
     * What was left besides rows.
     *
     * @param traces the traces
     * @return a phrase each, fit to be shown
     */
    public static List<String> traces(OtherTraces traces) {
        List<String> phrases = new ArrayList<>();
        traces.schema().forEach(change -> phrases.add(schema(change)));
        traces.sequences().forEach(sequence -> phrases.add("sequence " + sequence(sequence)));
        traces.settings().forEach(setting -> phrases.add(PlainText.joined(setting, REASON_LIMIT)));
        traces.sessions().forEach(session -> phrases.add(session(session)));
        return List.copyOf(phrases);
    }

    /**
     * Names an object of the schema that is not as it was.
     *
     * @param change the change
     * @return for example {@code created table public.audit}
     */
    public static String schema(SchemaChange change) {
        String type = PlainText.line(change.type(), 60);
        return change.kind().label() + " " + type + " " + PlainText.line(change.name(), NAME_LIMIT);
    }

    /**
     * Says how far a sequence was advanced.
     *
     * @param advance the change of its value
     * @return for example {@code orders_id_seq 4 → 7}
     */
    public static String sequence(SequenceAdvance advance) {
        String name = PlainText.line(advance.sequence(), NAME_LIMIT);
        return name + " " + value(advance.before(), "unused") + " → " + value(advance.after(), "its start");
    }

    private static String value(@Nullable Long value, String none) {
        return value == null ? none : Phrases.number(value).replace('-', '−');
    }

    /**
     * Says what a session still held.
     *
     * @param session the session
     * @return for example {@code open transaction: idle since it inserted}
     */
    public static String session(OpenSessionState session) {
        return session.kind().label().replace('-', ' ') + ": " + PlainText.joined(session.description(), REASON_LIMIT);
    }

    /**
     * Why something was not recorded.
     *
     * @param evidence what the database saw
     * @return one sentence without a full stop; null if all was recorded
     */
    public static @Nullable String notRecorded(EvidenceEntry evidence) {
        String rows = evidence.noChangeLog();
        String statements = evidence.noStatementLog();
        if (rows != null && Objects.equals(rows, statements)) {
            return "Rows left and statements were not recorded: " + reason(rows, REASON_LIMIT);
        }
        if (rows != null && statements != null) {
            return "Rows left were not recorded: " + reason(rows, 80) + "; nor were statements: "
                    + reason(statements, 80);
        }
        if (rows != null) {
            return "Rows left were not recorded: " + reason(rows, REASON_LIMIT);
        }
        return statements == null ? null : "Statements were not recorded: " + reason(statements, REASON_LIMIT);
    }

    private static String reason(String reason, int limit) {
        String line = PlainText.joined(reason, limit);
        return line.isEmpty() ? "no reason is known" : line;
    }
}
