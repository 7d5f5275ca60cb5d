package io.github.testhygiene.sql;

import java.nio.charset.StandardCharsets;

/**
 * Cuts SQL into tokens by PostgreSQL's rules, with {@code standard_conforming_strings} on. Comments and white space are
 * left out. Takes any text, and never looks at a character more than a few times.
 */
final class SqlLexer {

    /** The server cuts longer names. */
    private static final int NAME_BYTES = 63;

    private final String text;
    private int at;
    private boolean cut;

    SqlLexer(String text) {
        this.text = text;
    }

    /** Returns the next token; {@link SqlToken.Type#END}, again and again, where the text ends. */
    SqlToken next() {
        skipGap();
        if (at >= text.length()) {
            return new SqlToken(SqlToken.Type.END, "", at, at);
        }
        char c = text.charAt(at);
        int prefix = stringPrefix();
        if (c == '\'' || prefix > 0) {
            return value(stringEnd(at + prefix, prefix == 1 && (c == 'e' || c == 'E')));
        } else if (c == '"' || (text.startsWith("&\"", at + 1) && (c == 'u' || c == 'U'))) {
            return quotedName(c == '"' ? at : at + 2);
        } else if (startsName(c)) {
            return word();
        } else if (c == '$') {
            return dollar();
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return value(numberEnd());
        }
        return symbol();
    }

    /**
     * Skips the rest of the line, whatever stands there: a command of psql has rules of its own.
     *
     * @return where the line ends
     */
    int skipLine() {
        int lineEnd = text.indexOf('\n', at);
        at = lineEnd < 0 ? text.length() : lineEnd;
        return at;
    }

    /** Whether the text ended inside a string, a comment or a quoted name. */
    boolean cut() {
        return cut;
    }

    private SqlToken token(SqlToken.Type type, String content, int end) {
        SqlToken token = new SqlToken(type, content, at, end);
        at = end;
        return token;
    }

    private SqlToken value(int end) {
        return token(SqlToken.Type.VALUE, "", end);
    }

    private SqlToken symbol() {
        return token(SqlToken.Type.SYMBOL, String.valueOf(text.charAt(at)), at + 1);
    }

    private void skipGap() {
        int before;
        do {
            before = at;
            if (at < text.length() && isSpace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("--", at)) {
                at = lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                skipBlockComment();
            }
        } while (at > before);
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
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
        cut |= depth > 0;
    }

    /** Returns how long the prefix is of a string that begins here, as in {@code E'…'} or {@code U&'…'}; or 0. */
    private int stringPrefix() {
        char c = text.charAt(at);
        if ("eEbBxXnN".indexOf(c) >= 0 && text.startsWith("'", at + 1)) {
            return 1;
        }
        return (c == 'u' || c == 'U') && text.startsWith("&'", at + 1) ? 2 : 0;
    }

    /** Returns where a string ends, with the parts that continue it: they follow a line's end and keep its escapes. */
    private int stringEnd(int quote, boolean escapes) {
        int end = quotedEnd(quote, escapes);
        int next = continuation(end);
        while (next > 0) {
            end = quotedEnd(next, escapes);
            next = continuation(end);
        }
        return end;
    }

    /** Returns the quote that continues a string that ended here; 0 if there is none. */
    private int continuation(int from) {
        boolean newLine = false;
        int next = from;
        while (next < text.length() && (isSpace(text.charAt(next)) || text.startsWith("--", next))) {
            newLine |= text.charAt(next) == '\n' || text.charAt(next) == '\r';
            next = isSpace(text.charAt(next)) ? next + 1 : lineEnd(next);
        }
        return newLine && text.startsWith("'", next) ? next : 0;
    }

    /** Returns where a quoted text ends, whose first quote is given. */
    private int quotedEnd(int from, boolean escapes) {
        char quote = text.charAt(from);
        int end = from + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\' && escapes) {
                end++;
            } else if (c == quote && end + 1 < text.length() && text.charAt(end + 1) == quote) {
                end++;
            } else if (c == quote) {
                return end + 1;
            }
            end++;
        }
        cut = true;
        return text.length();
    }

    private SqlToken quotedName(int quote) {
        int end = quotedEnd(quote, false);
        String inner = text.substring(quote + 1, cut ? end : end - 1);
        return token(SqlToken.Type.QUOTED, shortened(inner.replace("\"\"", "\"")), end);
    }

    private SqlToken word() {
        StringBuilder folded = new StringBuilder();
        int end = at;
        while (end < text.length() && (startsName(text.charAt(end)) || isDigit(end) || text.charAt(end) == '$')) {
            char c = text.charAt(end++);
            // The server folds ASCII alone, so does not depend on a locale.
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return token(SqlToken.Type.WORD, shortened(folded.toString()), end);
    }

    /** Reads a parameter, a string in dollar quotes, or a dollar. */
    private SqlToken dollar() {
        int end = at + 1;
        if (isDigit(end)) {
            while (isDigit(end)) {
                end++;
            }
            return value(end);
        }
        while (end < text.length() && (startsName(text.charAt(end)) || (end > at + 1 && isDigit(end)))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '$') {
            String tag = text.substring(at, end + 1);
            int close = text.indexOf(tag, end + 1);
            cut |= close < 0;
            return value(close < 0 ? text.length() : close + tag.length());
        }
        return symbol();
    }

    private int numberEnd() {
        int end = at;
        if (text.charAt(at) == '0' && at + 1 < text.length() && "xXoObB".indexOf(text.charAt(at + 1)) >= 0) {
            end += 2;
            while (isDigit(end) || (end < text.length() && "abcdefABCDEF_".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            return end;
        }
        while (isDigit(end) || (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '_'))) {
            end++;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = text.startsWith("+", end + 1) || text.startsWith("-", end + 1) ? end + 2 : end + 1;
            while (isDigit(exponent)) {
                exponent++;
                end = exponent;
            }
        }
        return end;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean startsName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static String shortened(String name) {
        if (name.length() <= NAME_BYTES / 3) {
            return name;
        }
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > NAME_BYTES) {
                return name.substring(0, end);
            }
            end = next;
        }
        return name;
    }
}
