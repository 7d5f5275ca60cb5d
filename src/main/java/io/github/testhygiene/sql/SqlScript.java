package io.github.testhygiene.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a script into statements at the semicolons that are not inside a string, a comment or a function's body. */
public final class SqlScript {

    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([A-Za-z_\\u0080-\\uffff][\\w\\u0080-\\uffff]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w$]*");
    private static final Pattern STRING_CONTINUES =
            Pattern.compile("[ \\t\\f\\x0B]*(?:--[^\\n\\r]*)?[\\n\\r](?:\\s|--[^\\n\\r]*[\\n\\r])*'");
    private static final Pattern COPY_FROM_STDIN =
            Pattern.compile("^COPY\\s.*\\sFROM\\s+STDIN\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String text;
    private final List<Command> commands = new ArrayList<>();
    private int at;
    /** Where the statement begins that is being read; negative between two statements. */
    private int start = -1;

    private int parentheses;
    /** How many BEGIN ATOMIC and CASE of an SQL function's body are open. */
    private int blocks;

    private String lastWord = "";

    private SqlScript(String text) {
        this.text = text;
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
            return sql.startsWith("\\") || COPY_FROM_STDIN.matcher(sql).matches();
        }
    }

    /** The statements of a script, in order; comments between them are left out. */
    public static List<Command> split(String text) {
        SqlScript script = new SqlScript(text);
        while (script.at < text.length()) {
            script.step();
        }
        script.end();
        return List.copyOf(script.commands);
    }

    private void step() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("--", at)) {
            skipTo(text.indexOf('\n', at), 1);
        } else if (text.startsWith("/*", at)) {
            skipBlockComment();
        } else if (c == ';' && parentheses == 0 && blocks == 0) {
            end();
            at++;
        } else {
            begin();
            content(c);
        }
    }

    private void begin() {
        if (start < 0) {
            start = at;
        }
    }

    private void content(char c) {
        if (c == '\\' && at == start) {
            int lineEnd = text.indexOf('\n', at);
            at = lineEnd < 0 ? text.length() : lineEnd;
            end();
        } else if (c == '\'') {
            skipString(lastWord.equalsIgnoreCase("e") && at > 0 && Character.toLowerCase(text.charAt(at - 1)) == 'e');
        } else if (c == '"') {
            skipTo(text.indexOf('"', at + 1), 1);
        } else if (c == '$') {
            skipDollar();
        } else if (Character.isLetter(c) || c == '_') {
            word();
        } else {
            parentheses += c == '(' ? 1 : c == ')' && parentheses > 0 ? -1 : 0;
            lastWord = "";
            at++;
        }
    }

    private void word() {
        Matcher matcher = WORD.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            at++;
            return;
        }
        String word = matcher.group().toLowerCase(Locale.ROOT);
        if (word.equals("atomic") && lastWord.equals("begin")) {
            blocks++;
        } else if (blocks > 0 && word.equals("case")) {
            blocks++;
        } else if (blocks > 0 && word.equals("end")) {
            blocks--;
        }
        lastWord = word;
        at = matcher.end();
    }

    /** Skips a string with the parts that continue it: a doubled quote, or a quote behind a line's end, keeps the escapes. */
    private void skipString(boolean escapes) {
        Matcher continuation = STRING_CONTINUES.matcher(text);
        boolean inside = true;
        at++;
        while (inside && at < text.length()) {
            if (text.charAt(at) != '\'') {
                at += escapes && text.charAt(at) == '\\' ? 2 : 1;
            } else if (text.startsWith("''", at)) {
                at += 2;
            } else {
                at++;
                inside = continuation.region(at, text.length()).lookingAt();
                if (inside) {
                    at = continuation.end();
                }
            }
        }
        lastWord = "";
    }

    private void skipDollar() {
        Matcher tag = DOLLAR_TAG.matcher(text).region(at, text.length());
        if (tag.lookingAt()) {
            skipTo(text.indexOf(tag.group(), tag.end()), tag.group().length());
        } else {
            at++;
        }
    }

    /** Comments nest in PostgreSQL. */
    private void skipBlockComment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    private void skipTo(int found, int length) {
        at = found < 0 ? text.length() : found + length;
    }

    private void end() {
        if (start >= 0) {
            int line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            int stop = Math.min(at, text.length());
            commands.add(new Command(line, text.substring(start, stop).strip()));
        }
        start = -1;
        parentheses = 0;
        blocks = 0;
        lastWord = "";
    }
}
