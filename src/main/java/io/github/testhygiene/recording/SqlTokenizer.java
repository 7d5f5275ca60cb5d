package io.github.testhygiene.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a statement into pieces by PostgreSQL's rules, with {@code standard_conforming_strings} on. Comments and white
 * space are left out. Takes any text.
 */
final class SqlTokenizer {

    /** The server cuts longer names. */
    private static final int NAME_BYTES = 63;

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;
    private boolean cut;

    private SqlTokenizer(String text) {
        this.text = text;
    }

    /** The pieces of a text. */
    static SqlTokens read(String text) {
        SqlTokenizer tokenizer = new SqlTokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.step();
        }
        return new SqlTokens(tokenizer.tokens, tokenizer.cut);
    }

    private void step() {
        char c = text.charAt(at);
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            at++;
        } else if (text.startsWith("--", at)) {
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (c == '\'' || stringPrefix() > 0) {
            int prefix = stringPrefix();
            at += prefix;
            value(quotedEnd('\'', prefix == 1 && (c == 'e' || c == 'E')));
        } else if (c == '"' || (text.startsWith("&\"", at + 1) && (c == 'u' || c == 'U'))) {
            quotedName(c == '"' ? at : at + 2);
        } else if (startsName(c)) {
            word();
        } else if (c == '$') {
            dollar();
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            value(numberEnd());
        } else {
            add(SqlToken.Type.SYMBOL, String.valueOf(c));
            at++;
        }
    }

    private void add(SqlToken.Type type, String content) {
        tokens.add(new SqlToken(type, content));
    }

    private void value(int end) {
        add(SqlToken.Type.VALUE, "");
        at = end;
    }

    /** Comments nest in PostgreSQL. */
    private void blockComment() {
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

    /** How long the prefix of the string is that begins here, as in {@code E'…'} or {@code U&'…'}; 0 if none does. */
    private int stringPrefix() {
        char c = text.charAt(at);
        if ("eEbBxXnN".indexOf(c) >= 0 && text.startsWith("'", at + 1)) {
            return 1;
        }
        return (c == 'u' || c == 'U') && text.startsWith("&'", at + 1) ? 2 : 0;
    }

    /** Where a quoted piece ends that begins here. */
    private int quotedEnd(char quote, boolean escapes) {
        int end = at + 1;
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

    private void quotedName(int quote) {
        at = quote;
        boolean wasCut = cut;
        cut = false;
        int end = quotedEnd('"', false);
        String inner = text.substring(quote + 1, cut ? end : end - 1);
        cut |= wasCut;
        add(SqlToken.Type.QUOTED, shortened(inner.replace("\"\"", "\"")));
        at = end;
    }

    private void word() {
        StringBuilder folded = new StringBuilder();
        while (at < text.length() && (startsName(text.charAt(at)) || isDigit(at) || text.charAt(at) == '$')) {
            char c = text.charAt(at++);
            // The server folds ASCII alone, so does not depend on a locale.
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        add(SqlToken.Type.WORD, shortened(folded.toString()));
    }

    /** A parameter, a string in dollar quotes, or a dollar. */
    private void dollar() {
        int end = at + 1;
        if (isDigit(end)) {
            while (isDigit(end)) {
                end++;
            }
            value(end);
            return;
        }
        while (end < text.length() && (startsName(text.charAt(end)) || (end > at + 1 && isDigit(end)))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '$') {
            String tag = text.substring(at, end + 1);
            int close = text.indexOf(tag, end + 1);
            cut |= close < 0;
            value(close < 0 ? text.length() : close + tag.length());
        } else {
            add(SqlToken.Type.SYMBOL, "$");
            at++;
        }
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
