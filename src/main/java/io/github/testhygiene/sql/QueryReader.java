package io.github.testhygiene.sql;

import io.github.testhygiene.sql.SqlTokens.Name;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the tables of a query or of a statement that changes rows. It follows parentheses and the clauses that name
 * tables, and understands nothing of expressions: no parser is needed to tell a table from a column.
 */
final class QueryReader {

    private static final Set<String> MODIFYING = Set.of("insert", "update", "delete", "merge");
    private final SqlTokens tokens;
    private final Deque<QueryLevel> levels = new ArrayDeque<>();
    private final Set<List<String>> written = new LinkedHashSet<>();
    private final Set<List<String>> read = new LinkedHashSet<>();
    private int at;
    private QueryLevel level = new QueryLevel(true);
    private boolean calls;
    private boolean createsTable;
    private boolean createsTemporary;

    private QueryReader(SqlTokens tokens, int from) {
        this.tokens = tokens;
        this.at = from;
    }

    /**
     * Reads on to the end of the text.
     *
     * @param from where the statement begins
     * @param fragment whether the text may be the rest of a query, as PL/pgSQL has them: {@code n := count(*) FROM t}
     */
    static QueryTables read(SqlTokens tokens, int from, boolean fragment) {
        QueryReader reader = new QueryReader(tokens, from);
        reader.level.query = fragment;
        while (reader.at < tokens.size()) {
            reader.step();
        }
        return new QueryTables(reader.written, reader.read, reader.calls, reader.createsTable, reader.createsTemporary);
    }

    private void step() {
        SqlToken token = tokens.at(at);
        if (token.is("(")) {
            open();
        } else if (token.is(")")) {
            close();
        } else if (token.is(",")) {
            level.expectsCommon = level.with;
            level.expectsTable = level.tables;
            at++;
        } else if (token.is(";")) {
            levels.clear();
            level = new QueryLevel(true);
            at++;
        } else if (token.isNamePart()) {
            wordOrName(token);
            level.start = false;
        } else {
            level.start = false;
            level.expectsTable = false;
            at++;
        }
    }

    private void open() {
        QueryLevel inner = new QueryLevel(level.start || level.with);
        inner.tables = level.expectsTable;
        inner.expectsTable = level.expectsTable;
        level.expectsTable = false;
        level.start = false;
        levels.push(level);
        level = inner;
        at++;
    }

    private void close() {
        if (!levels.isEmpty()) {
            level = levels.pop();
            if (level.commonBefore != null && tokens.at(at + 1).is("as")) {
                // These were the columns of WITH name (columns) AS (query).
                at++;
                return;
            }
            if (level.commonBefore != null) {
                level.common.add(level.commonBefore);
                level.commonBefore = null;
            }
        }
        at++;
    }

    private void wordOrName(SqlToken token) {
        if (level.expectsCommon
                && (tokens.at(at + 1).is("as") || tokens.at(at + 1).is("("))) {
            commonName(token);
        } else if (level.expectsTable && (token.is("only") || token.is("lateral"))) {
            at++;
        } else if (level.expectsTable && tokens.are(at, "rows", "from", "(")) {
            at += 2;
        } else if (level.expectsTable && token.isName()) {
            table(Objects.requireNonNull(tokens.nameAt(at)));
        } else if (token.isAny(MODIFYING) && (level.start || level.with)) {
            modify(token.text());
        } else {
            calls |= tokens.at(at + 1).is("(")
                    && (token.type() == SqlToken.Type.QUOTED || SqlWords.mayReachData(token.text()));
            if (token.type() == SqlToken.Type.WORD) {
                keyword(token.text());
            }
            at++;
        }
    }

    private void commonName(SqlToken token) {
        level.expectsCommon = false;
        level.commonBefore = token.text();
        if (level.recursive) {
            level.common.add(token.text());
        }
        at++;
    }

    private void table(Name name) {
        level.expectsTable = false;
        at = name.end();
        String last = name.parts().get(name.parts().size() - 1);
        if (tokens.at(at).is("(")) {
            calls |= SqlWords.mayReachData(last);
        } else if (name.parts().size() > 1 || !isCommon(last)) {
            read.add(name.parts());
        }
    }

    private boolean isCommon(String name) {
        return level.common.contains(name) || levels.stream().anyMatch(outer -> outer.common.contains(name));
    }

    private void modify(String verb) {
        at++;
        while (tokens.at(at).is("into")
                || tokens.at(at).is("from")
                || tokens.at(at).is("only")
                || tokens.at(at).is("(")) {
            if (tokens.at(at).is("(")) {
                // UPDATE ONLY (t): the parenthesis opens nothing, so the level is its own outer one.
                levels.push(level);
            }
            at++;
        }
        Name name = tokens.nameAt(at);
        if (name != null) {
            at = name.end();
            written.add(name.parts());
            level.target = name.parts();
        }
        level.with = false;
        level.query = verb.equals("update");
        level.usingTables = verb.equals("delete") || verb.equals("merge");
    }

    private void keyword(String word) {
        switch (word) {
            case "select", "values" -> {
                level.query = word.equals("select") || level.query;
                level.with = false;
                level.endTables();
            }
            case "with" -> with();
            case "from" -> {
                if (level.query && !tokens.at(at - 1).is("distinct")) {
                    level.expectTables();
                }
            }
            case "join" -> level.expectTables();
            case "table" -> {
                level.with = false;
                level.expectsTable = true;
            }
            case "using" -> {
                if (level.usingTables) {
                    level.expectTables();
                }
                level.usingTables = false;
            }
            case "into" -> into();
            case "returning" -> {
                level.endTables();
                if (level.target != null) {
                    read.add(Objects.requireNonNull(level.target));
                    level.target = null;
                }
            }
            default -> {
                if (SqlWords.END_OF_TABLES.contains(word)) {
                    level.endTables();
                }
            }
        }
    }

    private void with() {
        boolean inserted = level.target != null && !level.query && !level.usingTables;
        if (level.start || inserted || level.expectsTable || tokens.at(at - 1).is("(")) {
            level.endTables();
            level.with = true;
            level.expectsCommon = true;
            level.recursive = tokens.at(at + 1).is("recursive");
            at += level.recursive ? 1 : 0;
        }
    }

    private void into() {
        if (level.query && levels.isEmpty()) {
            int next = at + 1;
            while (tokens.at(next).isAny(SqlWords.BEFORE_NEW_TABLE)) {
                createsTemporary |= tokens.at(next).text().startsWith("temp");
                next++;
            }
            Name name = tokens.nameAt(next);
            if (name != null) {
                createsTable = true;
                createsTemporary |= name.temporary();
                if (!createsTemporary) {
                    written.add(name.parts());
                }
                at = name.end() - 1;
            }
        }
    }
}
