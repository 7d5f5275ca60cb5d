package io.github.testhygiene.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements at the semicolons that are not inside a string, a comment or a function's body. */
public final class SqlScript {

    private final String text;
    private final SqlLexer lexer;
    private final List<Command> commands = new ArrayList<>();
    /** Where the statement begins that is being read; negative between two statements. */
    private int start = -1;

    private int parentheses;
    /** How many BEGIN ATOMIC and CASE of an SQL function's body are open. */
    private int blocks;

    private SqlToken last = SqlToken.END;
    private int line = 1;
    /** Up to where the lines are counted. */
    private int counted;

    private SqlScript(String text) {
        this.text = text;
        this.lexer = new SqlLexer(text);
    }

    /**
     * One statement.
     *
     * @param line where it begins, from 1
     * @param sql its text without the semicolon
     */
    public record Command(int line, String sql) {

        /** The first line, shortened to 80 characters. */
        public String firstLine() {
            String first = sql.lines().findFirst().orElse("").strip();
            return first.length() <= 80 ? first : first.substring(0, 77) + "...";
        }

        /** Whether only psql understands it. */
        public boolean psqlOnly() {
            if (sql.startsWith("\\")) {
                return true;
            }
            SqlTokens tokens = SqlTokens.of(sql);
            return tokens.at(0).is("copy") && tokens.are(tokens.find("from", 1), "from", "stdin");
        }
    }

    /** The statements of a script, in order; comments between them are left out. */
    public static List<Command> split(String text) {
        SqlScript script = new SqlScript(text);
        SqlToken token = script.lexer.next();
        while (token.type() != SqlToken.Type.END) {
            script.take(token);
            token = script.lexer.next();
        }
        script.end(text.length());
        return List.copyOf(script.commands);
    }

    private void take(SqlToken token) {
        if (token.is(";") && parentheses == 0 && blocks == 0) {
            end(token.start());
        } else if (start < 0 && token.is("\\")) {
            start = token.start();
            end(lexer.skipLine());
        } else {
            start = start < 0 ? token.start() : start;
            count(token);
            last = token;
        }
    }

    private void count(SqlToken token) {
        if (token.is("(")) {
            parentheses++;
        } else if (token.is(")") && parentheses > 0) {
            parentheses--;
        } else if ((token.is("atomic") && last.is("begin")) || (token.is("case") && blocks > 0)) {
            blocks++;
        } else if (token.is("end") && blocks > 0) {
            blocks--;
        }
    }

    private void end(int stop) {
        // The white space of other scripts, which is part of a name to PostgreSQL, is no statement.
        String sql = start < 0 ? "" : text.substring(start, stop).strip();
        if (!sql.isEmpty()) {
            while (counted < start) {
                line += text.charAt(counted++) == '\n' ? 1 : 0;
            }
            commands.add(new Command(line, sql));
        }
        start = -1;
        parentheses = 0;
        blocks = 0;
        last = SqlToken.END;
    }
}
