package io.github.testhygiene.recording;

import io.github.testhygiene.postgres.log.StatementCount;
import io.github.testhygiene.sql.StatementKind;
import io.github.testhygiene.sql.StatementText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** Reads statements' texts, each once: the tests of a suite execute the same ones again and again. */
final class StatementTexts {

    /** Texts with constants in them are all different; the oldest are forgotten. */
    private static final int MOST = 10_000;

    /** A part of the names of all functions that take or give back such locks. */
    private static final String ADVISORY = "advisory";

    private final Map<String, StatementText> known = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Entry<String, StatementText> eldest) {
            return size() > MOST;
        }
    };

    synchronized StatementText of(String sql) {
        StatementText text = known.get(sql);
        if (text == null) {
            text = StatementText.of(sql);
            known.put(sql, text);
        }
        return text;
    }

    /** Whether any statement is the tests' own. */
    boolean anyOfTheTests(List<StatementCount> counts) {
        return counts.stream().anyMatch(count -> !of(count.text()).ours());
    }

    /** Whether any statement may have taken an advisory lock. */
    boolean mayLock(List<StatementCount> counts) {
        return counts.stream().anyMatch(count -> count.text().contains(ADVISORY));
    }

    /** Whether the schema may be other than before. */
    boolean mayChangeTheSchema(List<StatementCount> counts, boolean nestedCounted) {
        return counts.stream()
                .map(count -> of(count.text()))
                .filter(text -> !text.ours())
                .anyMatch(text -> text.kind() == StatementKind.DDL || (!nestedCounted && text.runsOthers()));
    }
}
