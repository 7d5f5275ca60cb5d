package io.github.testhygiene.sql;

import io.github.testhygiene.sql.SqlTokens.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells what a statement is for by its first words, and lets those read on who know statements of its kind. */
final class StatementReader {

    private static final Set<String> QUERY = Set.of("select", "values", "table", "with");
    private static final Set<String> MODIFYING = Set.of("insert", "update", "delete", "merge");
    private static final Set<String> SCHEMA = Set.of(
            "create", "alter", "drop", "comment", "grant", "revoke", "reindex", "security", "import", "reassign");
    private static final Set<String> TRANSACTION =
            Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release");
    private static final Set<String> SESSION =
            Set.of("set", "reset", "show", "discard", "deallocate", "listen", "unlisten", "notify", "load", "close");
    private static final Set<String> RUNS_OTHERS = Set.of("do", "call", "execute");
    private static final Set<String> MAINTENANCE = Set.of("lock", "analyze", "analyse", "vacuum", "cluster");
    private static final Set<String> BEFORE_LIST =
            Set.of("table", "only", "full", "freeze", "verbose", "analyze", "analyse");

    private final SqlTokens tokens;
    private final Set<List<String>> written = new LinkedHashSet<>();
    private final Set<List<String>> read = new LinkedHashSet<>();
    private StatementKind kind = StatementKind.OTHER;
    private boolean reachesData = true;
    private boolean runsOthers;
    private boolean countsChanges;

    private StatementReader(SqlTokens tokens) {
        this.tokens = tokens;
    }

    static StatementReader read(SqlTokens tokens) {
        StatementReader reader = new StatementReader(tokens);
        if (tokens.at(0).is("explain")) {
            reader.explain();
        } else {
            reader.statement(0);
        }
        if (tokens.broken()) {
            reader.kind = StatementKind.OTHER;
            reader.countsChanges = false;
        }
        return reader;
    }

    StatementText text(boolean foreignKeyCheck, boolean ours) {
        boolean reaches =
                reachesData && tokens.size() > 0 && kind != StatementKind.TRANSACTION && kind != StatementKind.SESSION;
        return new StatementText(kind, written, read, reaches, runsOthers, countsChanges, foreignKeyCheck, ours);
    }

    private void statement(int from) {
        int first = from;
        while (tokens.at(first).is("(")) {
            first++;
        }
        SqlToken word = tokens.at(first);
        if (isAssignment(first)) {
            fragment(from);
        } else if (word.isAny(QUERY) || word.isAny(MODIFYING)) {
            query(from, word);
        } else if (first > from || word.type() != SqlToken.Type.WORD) {
            fragment(from);
        } else {
            command(from, word);
        }
    }

    private void command(int from, SqlToken word) {
        if (from == 0 && word.isAny(SCHEMA)) {
            schema();
        } else if (word.isAny(TRANSACTION) || tokens.are(from, "set", "transaction")) {
            kind = StatementKind.TRANSACTION;
        } else if (word.isAny(SESSION)) {
            kind = StatementKind.SESSION;
        } else if (word.isAny(MAINTENANCE)) {
            list(from, read);
        } else {
            switch (word.text()) {
                case "truncate" -> {
                    list(from, written);
                    kind = written.isEmpty() ? StatementKind.OTHER : StatementKind.WRITE;
                }
                case "copy" -> copy(from + 1);
                case "refresh" -> refresh(from + 1);
                case "prepare", "declare" -> prepared(from, word);
                case "fetch", "move" -> kind = StatementKind.READ;
                case "create" -> create(from);
                default -> {
                    runsOthers = word.isAny(RUNS_OTHERS);
                    fragment(from);
                }
            }
        }
    }

    /** PL/pgSQL has the server execute {@code start := (SELECT …)}; {@code start} is no command then. */
    private boolean isAssignment(int first) {
        SqlToken next = tokens.at(first + 1);
        return next.is(":") || next.is("=") || next.is(".") || next.is("[");
    }

    private void fragment(int from) {
        take(QueryReader.read(tokens, from, true));
    }

    private void take(QueryTables query) {
        written.addAll(query.written());
        read.addAll(query.read());
    }

    private void query(int from, SqlToken word) {
        QueryTables query = QueryReader.read(tokens, from, false);
        take(query);
        if (query.createsTable()) {
            kind = query.createsTemporary() ? StatementKind.OTHER : StatementKind.DDL;
        } else if (!written.isEmpty()) {
            kind = StatementKind.WRITE;
            countsChanges = word.isAny(MODIFYING) && written.size() == 1;
        } else if (word.isAny(QUERY)) {
            kind = StatementKind.READ;
            reachesData = !read.isEmpty() || query.calls();
        }
    }

    private void schema() {
        SchemaReader schema = SchemaReader.read(tokens);
        kind = schema.temporary() ? StatementKind.OTHER : StatementKind.DDL;
        read.addAll(schema.named());
        List<String> filled = schema.filled();
        if (filled != null) {
            written.add(filled);
        }
    }

    /** CREATE TABLE … AS inside EXPLAIN: the query says enough. */
    private void create(int from) {
        kind = StatementKind.DDL;
        int as = tokens.find("as", from);
        take(QueryReader.read(tokens, as + 1, false));
    }

    private void list(int from, Set<List<String>> tables) {
        int at = from;
        do {
            at++;
            while (tokens.at(at).isAny(BEFORE_LIST) || tokens.at(at).is("(")) {
                at = tokens.at(at).is("(") ? tokens.behindParentheses(at) : at + 1;
            }
            Name name = tokens.nameAt(at);
            if (name == null) {
                return;
            }
            tables.add(name.parts());
            at = tokens.at(name.end()).is("(") ? tokens.behindParentheses(name.end()) : name.end();
            at += tokens.at(at).is("*") ? 1 : 0;
        } while (tokens.at(at).is(","));
    }

    private void copy(int from) {
        if (tokens.at(from).is("(")) {
            take(QueryReader.read(tokens, from, false));
            kind = written.isEmpty() ? StatementKind.READ : StatementKind.WRITE;
            return;
        }
        Name name = tokens.nameAt(
                tokens.at(from).is("binary") && tokens.at(from + 1).isName() ? from + 1 : from);
        if (name == null) {
            return;
        }
        int direction = tokens.at(name.end()).is("(") ? tokens.behindParentheses(name.end()) : name.end();
        countsChanges = tokens.at(direction).is("from");
        (countsChanges ? written : read).add(name.parts());
        if (countsChanges) {
            kind = StatementKind.WRITE;
        } else if (tokens.at(direction).is("to")) {
            kind = StatementKind.READ;
        }
    }

    private void refresh(int from) {
        int at = from;
        while (tokens.at(at).is("materialized")
                || tokens.at(at).is("view")
                || tokens.at(at).is("concurrently")) {
            at++;
        }
        Name name = tokens.nameAt(at);
        if (name != null) {
            written.add(name.parts());
            kind = StatementKind.WRITE;
        }
    }

    /** The server counts the executions of a prepared statement under the text that prepared it. */
    private void prepared(int from, SqlToken word) {
        if (tokens.are(from, "prepare", "transaction")) {
            kind = StatementKind.TRANSACTION;
            return;
        }
        int inner = tokens.find(word.is("prepare") ? "as" : "for", from) + 1;
        SqlToken first = tokens.at(inner);
        if (first.isAny(QUERY) || first.isAny(MODIFYING) || first.is("(")) {
            query(inner, first.is("(") ? tokens.at(inner + 1) : first);
        }
    }

    private void explain() {
        int at = 1;
        boolean executes = false;
        if (tokens.at(1).is("(") && !tokens.at(2).isAny(QUERY) && !tokens.at(2).is("(")) {
            at = tokens.behindParentheses(1);
            for (int i = 2; i < at; i++) {
                boolean off = tokens.at(i + 1).is("false") || tokens.at(i + 1).is("off");
                executes |= (tokens.at(i).is("analyze") || tokens.at(i).is("analyse")) && !off;
            }
        }
        while (tokens.at(at).isAny(BEFORE_LIST) && !tokens.at(at).is("table")) {
            executes |= !tokens.at(at).is("verbose");
            at++;
        }
        statement(at);
        countsChanges = false;
        if (!executes) {
            kind = StatementKind.READ;
            read.addAll(written);
            written.clear();
        }
    }
}
