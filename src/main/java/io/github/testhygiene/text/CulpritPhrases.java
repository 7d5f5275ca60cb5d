package io.github.testhygiene.text;

import io.github.testhygiene.model.Culprit;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeftItem;
import io.github.testhygiene.model.RowProof;
import io.github.testhygiene.model.RowProof.Part;
import io.github.testhygiene.model.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words for a culprit that findings and reports share: who it is, and what it leaves. Names stand in backticks; texts
 * of unknown shape are cut to what a sentence can hold.
 */
public final class CulpritPhrases {

    private static final int NAME_LIMIT = 120;
    private static final int VALUE_LIMIT = 60;
    private static final int PARTS = 3;
    private static final int TRACES = 2;
    private static final int SAMPLE = 3;

    private CulpritPhrases() {}

    /**
     * Names a culprit.
     *
     * @param culprit the culprit
     * @param names the short names of tests
     * @return for example {@code `AIT.x`}, {@code `AIT.x` and `BIT.y` together}, {@code the class-level fixtures of `AIT`}
     */
    public static String who(Culprit culprit, Function<TestId, String> names) {
        String fixtureOf = culprit.fixtureOf();
        if (fixtureOf != null) {
            return "the class-level fixtures of " + code(Wording.simpleName(fixtureOf));
        }
        List<String> tests =
                culprit.tests().stream().map(id -> code(names.apply(id))).toList();
        return tests.size() == 1 ? tests.get(0) : some(tests, 5) + " together";
    }

    /**
     * What a culprit leaves, or through what it acts where nothing can be named.
     *
     * @param culprit the culprit
     * @return for example {@code which leaves 2 rows in `public.orders`}, {@code through the database}; empty if not even
     *     that is known
     */
    public static String left(Culprit culprit) {
        RowProof proof = culprit.proof();
        return switch (culprit.leak()) {
            case DATABASE -> proof == null ? "through the database" : "which " + leaves(culprit, proof.needed());
            case JVM ->
                culprit.traces().isEmpty() ? "through the JVM, where nothing was found that differs" : traces(culprit);
            case OUTSIDE ->
                culprit.traces().isEmpty()
                        ? "through files, ports or services, where nothing was found that differs"
                        : traces(culprit);
            case UNDETERMINED -> "";
        };
    }

    private static String traces(Culprit culprit) {
        List<String> traces =
                culprit.traces().stream().map(CulpritPhrases::trace).toList();
        return "which " + verb(culprit, "leave") + " " + some(traces, TRACES);
    }

    private static String leaves(Culprit culprit, List<Part> parts) {
        List<String> words = new ArrayList<>();
        LeftItem.Kind last = null;
        for (Part part : parts) {
            String verb = part.kind() == last ? "" : verb(culprit, verb(part.kind())) + " ";
            words.add(verb + object(part, part.kind() == LeftItem.Kind.INSERTED ? " in " : " of "));
            last = part.kind();
        }
        return some(words, PARTS);
    }

    private static String verb(LeftItem.Kind kind) {
        return switch (kind) {
            case INSERTED -> "leave";
            case UPDATED -> "change";
            case DELETED -> "delete";
            case SEQUENCE -> "advance";
        };
    }

    private static String verb(Culprit culprit, String plural) {
        boolean several = culprit.fixtureOf() != null || culprit.tests().size() > 1;
        return several ? plural : plural + "s";
    }

    private static String object(Part part, String preposition) {
        return part.kind() == LeftItem.Kind.SEQUENCE
                ? "the sequence " + code(part.object())
                : Wording.count(part.count(), "row") + preposition + code(part.object());
    }

    /**
     * Rows as a noun.
     *
     * @param parts what was left
     * @return for example {@code 1 row in `public.orders` (id 17) and 2 changed rows of `public.stock` (id 3, id 4)}
     */
    public static String rows(List<Part> parts) {
        return some(
                parts.stream()
                        .map(part -> noun(part, rows(part)) + sample(part))
                        .toList(),
                PARTS);
    }

    /**
     * Rows of which it is already known that they are there.
     *
     * @param parts what was left; not empty
     * @return for example {@code the 40 rows in `public.audit_log` are}
     */
    public static String theRowsAre(List<Part> parts) {
        List<String> words = parts.stream()
                .map(part -> noun(part, "the " + (part.count() == 1 ? rows(part).substring(2) : rows(part))))
                .toList();
        return some(words, PARTS) + (parts.size() == 1 && parts.get(0).count() == 1 ? " is" : " are");
    }

    private static String noun(Part part, String rows) {
        return switch (part.kind()) {
            case INSERTED -> rows + " in " + code(part.object());
            case UPDATED, DELETED -> rows + " of " + code(part.object());
            case SEQUENCE -> "the sequence " + code(part.object());
        };
    }

    private static String rows(Part part) {
        return switch (part.kind()) {
            case INSERTED, SEQUENCE -> Wording.count(part.count(), "row");
            case UPDATED -> Wording.count(part.count(), "changed row");
            case DELETED -> Wording.count(part.count(), "deleted row");
        };
    }

    private static String sample(Part part) {
        if (part.sample().isEmpty()) {
            return "";
        }
        List<String> shown = part.sample().stream()
                .limit(SAMPLE)
                .map(row -> line(row, VALUE_LIMIT))
                .toList();
        boolean more = part.kind() != LeftItem.Kind.SEQUENCE && part.count() > shown.size();
        return " (" + String.join(", ", shown) + (more ? ", …" : "") + ")";
    }

    /**
     * Something left outside the database, as what goes on after "it leaves".
     *
     * @param trace the trace
     * @return for example {@code `shop.PriceCache.CACHE`: empty → 3 entries}, {@code a new file `target/out/orders.csv`}
     */
    public static String trace(LeakTrace trace) {
        String name = code(trace.name());
        return switch (trace.kind()) {
            case STATIC_FIELD -> name + change(trace);
            case SYSTEM_PROPERTY -> "the system property " + name + change(trace);
            case LOCALE -> "the locale " + name + change(trace);
            case TIME_ZONE -> "the default time zone" + change(trace);
            case CHARSET -> "the default character set" + change(trace);
            case SECURITY_PROVIDER -> "the security provider " + name + change(trace);
            case EXCEPTION_HANDLER -> "the default handler of uncaught exceptions" + change(trace);
            case THREAD -> "the thread " + name + " running" + detail(trace);
            case PROCESS -> "the process " + name + " running" + detail(trace);
            case PORT -> "the port " + name + " open" + detail(trace);
            case FILE -> file(trace, name);
        };
    }

    private static String file(LeakTrace trace, String name) {
        if (trace.before() == null) {
            return "a new file " + name + detail(trace);
        }
        return "the file " + name
                + (trace.after() == null
                        ? " deleted"
                        : " changed (" + change(trace).substring(2) + ")");
    }

    private static String detail(LeakTrace trace) {
        String after = value(trace.after());
        return after == null ? "" : " (" + after + ")";
    }

    private static String change(LeakTrace trace) {
        String before = value(trace.before());
        String after = value(trace.after());
        if (before != null && after != null) {
            return ": " + before + " → " + after;
        }
        if (after != null) {
            return ": now " + after;
        }
        return before == null ? "" : ": gone, was " + before;
    }

    private static @Nullable String value(@Nullable String value) {
        return value == null ? null : line(value, VALUE_LIMIT).replace('`', '\'');
    }

    /**
     * Sets a name off from the sentence.
     *
     * @param name what a program or a database calls it
     * @return in backticks, on one line; a backtick in it would end the name, and becomes an apostrophe
     */
    public static String code(String name) {
        return "`" + line(name, NAME_LIMIT).replace('`', '\'') + "`";
    }

    /**
     * Lists things in a sentence.
     *
     * @param items the things; not empty
     * @param most how many are named at most
     * @return for example {@code a, b and c}, or {@code a, b and 3 more}
     */
    public static String some(List<String> items, int most) {
        int more = items.size() - most;
        List<String> said = new ArrayList<>(items.subList(0, Math.min(items.size(), most)));
        if (more > 0) {
            said.add(more + " more");
        }
        int last = said.size() - 1;
        return last == 0 ? said.get(0) : String.join(", ", said.subList(0, last)) + " and " + said.get(last);
    }

    private static String line(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
        return line.substring(0, end) + "…";
    }
}
