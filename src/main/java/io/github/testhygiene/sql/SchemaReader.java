package io.github.testhygiene.sql;

import io.github.testhygiene.sql.SqlTokens.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tables that a statement names which changes the schema; rather too many than too few. */
final class SchemaReader {

    private static final Set<String> BEFORE_TABLES =
            Set.of("table", "view", "references", "like", "inherits", "partition", "on", "of", "to", "column");
    private static final Set<String> BETWEEN =
            Set.of("if", "not", "exists", "only", "concurrently", "table", "all", "tables", "in", "schema");
    /** What stands behind ON, OF, TO or PARTITION where no table does. */
    private static final Set<String> NO_TABLE = Set.of(
            "aggregate",
            "by",
            "cast",
            "commit",
            "constraint",
            "conversion",
            "database",
            "delete",
            "domain",
            "extension",
            "for",
            "function",
            "functions",
            "index",
            "insert",
            "large",
            "materialized",
            "of",
            "policy",
            "procedure",
            "role",
            "routine",
            "rule",
            "select",
            "sequence",
            "sequences",
            "server",
            "statistics",
            "tablespace",
            "text",
            "trigger",
            "type",
            "update",
            "view");

    private static final Set<String> QUERY = Set.of("select", "with", "table", "values", "insert", "update", "delete");
    private static final Set<String> BEFORE_QUERY = Set.of("as", "atomic", "instead", "also");
    private static final Set<String> BEFORE_TEMPORARY = Set.of("or", "replace", "global", "local");

    private final SqlTokens tokens;
    private final Set<List<String>> named = new LinkedHashSet<>();
    private @Nullable List<String> filled;
    private @Nullable Name first;
    private int at = 1;
    private int depth;

    private SchemaReader(SqlTokens tokens) {
        this.tokens = tokens;
    }

    /** Reads a statement that begins with the first token. */
    static SchemaReader read(SqlTokens tokens) {
        SchemaReader reader = new SchemaReader(tokens);
        while (reader.at < tokens.size()) {
            reader.step();
        }
        if (reader.temporary() && reader.first != null) {
            // A table of this name that stays would be taken for it.
            reader.named.remove(reader.first.parts());
        }
        return reader;
    }

    /** All tables and views that are named. */
    Set<List<String>> named() {
        return named;
    }

    /** The new table that is filled by a query; null if there is none. */
    @Nullable
    List<String> filled() {
        return temporary() ? null : filled;
    }

    /** Whether the statement makes, changes or drops something that ends with the session. */
    boolean temporary() {
        int next = 1;
        while (tokens.at(next).isAny(BEFORE_TEMPORARY)) {
            next++;
        }
        boolean said = tokens.at(next).is("temp") || tokens.at(next).is("temporary");
        return (tokens.at(0).is("create") && said) || (first != null && first.temporary());
    }

    private void step() {
        SqlToken token = tokens.at(at);
        depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        if (token.isAny(QUERY) && beginsQuery()) {
            query();
        } else if (token.isAny(BEFORE_TABLES) && !isOther(token)) {
            names(token.is("column"));
        } else {
            at++;
        }
    }

    private boolean beginsQuery() {
        SqlToken before = tokens.at(at - 1);
        return before.isAny(BEFORE_QUERY) || before.is("(") || before.is(";");
    }

    /** Whether the word does not announce a table here, as in {@code BEFORE UPDATE OF column}. */
    private boolean isOther(SqlToken token) {
        if (token.is("of")) {
            return !tokens.at(at - 1).is("partition");
        }
        if (token.is("to")) {
            return !tokens.at(at - 1).is("rename") && !tokens.at(at - 2).is("on");
        }
        return (token.is("on") || token.is("partition")) && tokens.at(at + 1).isAny(NO_TABLE);
    }

    private void names(boolean columns) {
        do {
            at++;
            while (tokens.at(at).isAny(BETWEEN) || tokens.at(at).is("(")) {
                depth += tokens.at(at).is("(") ? 1 : 0;
                at++;
            }
            Name name = tokens.nameAt(at);
            if (name == null) {
                return;
            }
            at = name.end();
            Name table = columns ? name.withoutLast() : name;
            if (table != null) {
                named.add(table.parts());
                first = first == null ? table : first;
            }
        } while (depth == 0 && tokens.at(at).is(","));
    }

    private void query() {
        QueryTables query = QueryReader.read(tokens, at, false);
        boolean table = tokens.at(0).is("create") && (has("table") || has("materialized"));
        boolean filledLater = tokens.are(tokens.size() - 3, "with", "no", "data");
        if (table && first != null && !filledLater) {
            filled = first.parts();
            named.remove(filled);
        }
        named.addAll(query.written());
        named.addAll(query.read());
        at = tokens.size();
    }

    /** Whether the word stands among the first ones, which say what is made. */
    private boolean has(String word) {
        for (int i = 1; i < 6; i++) {
            if (tokens.at(i).is(word)) {
                return true;
            }
        }
        return false;
    }
}
