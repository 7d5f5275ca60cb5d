package io.github.testhygiene.text;

import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Selection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words in which the log and every form of the report say which tests were checked. */
public final class SelectionPhrases {

    private static final int NAMES = 3;
    private static final int HASH = 7;

    private SelectionPhrases() {}

    /**
     * Which tests were checked.
     *
     * @param selection what was chosen
     * @return one sentence without a full stop, code in backticks
     */
    public static String sentence(Selection selection) {
        String total = Wording.count(selection.tests(), "test");
        String because = selection.everyTestBecause();
        if (because != null) {
            return "Selected all of " + total + ", since " + because;
        }
        String selected = selection.selected() == 0 ? "none" : Integer.toString(selection.selected());
        String context = selection.context() == 0
                ? ""
                : "; " + selection.context() + (selection.context() == 1 ? " other runs" : " others run")
                        + " as context in orders";
        return "Selected " + selected + " of " + total + " (" + why(selection) + ")" + context;
    }

    /**
     * A commit as people write it.
     *
     * @param commit its whole name
     * @return its first {@value #HASH} characters
     */
    public static String brief(String commit) {
        return commit.length() <= HASH ? commit : commit.substring(0, HASH);
    }

    private static String why(Selection selection) {
        String since = since(selection.since());
        if (selection.mode() == SelectMode.SUSPECTS) {
            return selection.from().isEmpty()
                    ? "no suspects in the last report"
                    : "suspects of the last report: " + names(selection.from())
                            + (selection.selected() > selection.from().size()
                                    ? ", and whoever shares tables with them"
                                    : "");
        }
        if (selection.from().isEmpty()) {
            return "nothing has changed" + since;
        }
        String changed = "changed" + since + ": " + names(selection.from());
        return selection.selected() == 0 ? changed + ", which no test reaches" : changed;
    }

    private static String since(@Nullable String commit) {
        return commit == null ? "" : " since " + brief(commit);
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(NAMES).map(CulpritPhrases::code).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? first : first + " and " + (names.size() - NAMES) + " more";
    }
}
