package io.github.testhygiene.text;

import io.github.testhygiene.model.TableChange;
import java.util.ArrayList;
import java.util.List;

/** Says in words how a table changed. */
public final class TableChangePhrase {

    private TableChangePhrase() {}

    /**
     * Names a table and its change.
     *
     * @param change the change
     * @return for example {@code `public.audit` 0 → 3 rows (+3)}, or {@code `public.audit` 2 rows changed}
     */
    public static String describe(TableChange change) {
        Long before = change.before();
        Long after = change.after();
        boolean otherNumber = change.inserted() > 0 || change.deleted() > 0;
        String amount = before != null && after != null && otherNumber
                ? before + " → " + Wording.count(after, "row") + " (" + String.join(", ", brief(change)) + ")"
                : String.join(", ", full(change));
        return Wording.name(change.table()) + " " + amount;
    }

    private static List<String> brief(TableChange change) {
        List<String> parts = new ArrayList<>();
        if (change.inserted() > 0) {
            parts.add("+" + change.inserted());
        }
        if (change.deleted() > 0) {
            parts.add(change.deleted() + " deleted");
        }
        if (change.updated() > 0) {
            parts.add(change.updated() + " changed");
        }
        if (change.truncated()) {
            parts.add("truncated");
        }
        return parts;
    }

    private static List<String> full(TableChange change) {
        List<String> parts = new ArrayList<>();
        if (change.inserted() > 0) {
            parts.add("+" + Wording.count(change.inserted(), "row"));
        }
        if (change.deleted() > 0) {
            parts.add(Wording.count(change.deleted(), "row") + " deleted");
        }
        if (change.updated() > 0) {
            parts.add(Wording.count(change.updated(), "row") + " changed");
        }
        if (change.truncated()) {
            parts.add("truncated");
        }
        return parts;
    }
}
