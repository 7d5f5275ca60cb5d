package io.github.testhygiene.postgres.log;

import java.io.IOException;
import java.io.Reader;

/** Reads the parts that {@code test_decoding} puts its lines together from. */
public final class DecodedText {

    private static final int END = -1;
    private static final int SHOWN = 80;

    private final char[] buffer = new char[8192];
    private Reader source = Reader.nullReader();
    private int length;
    private int next;
    private boolean first;

    /** Starts with another line. */
    void open(Reader line) {
        source = line;
        length = 0;
        next = 0;
        first = true;
    }

    /** The next character without taking it; -1 at the end. */
    int peek() throws IOException {
        if (next == length) {
            int read = source.read(buffer, 0, buffer.length);
            first &= length == 0;
            length = Math.max(0, read);
            next = 0;
        }
        return length == 0 ? END : buffer[next];
    }

    boolean atEnd() throws IOException {
        return peek() == END;
    }

    char take() throws IOException {
        if (atEnd()) {
            throw unexpected("more");
        }
        return buffer[next++];
    }

    /** Takes the character if it comes next. */
    boolean takeIf(char character) throws IOException {
        if (peek() != character) {
            return false;
        }
        next++;
        return true;
    }

    void expect(char character) throws IOException {
        if (!takeIf(character)) {
            throw unexpected("'" + character + "'");
        }
    }

    void expect(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            expect(text.charAt(i));
        }
    }

    /** Takes everything before the character, and that too. */
    String until(char end) throws IOException {
        StringBuilder text = new StringBuilder();
        for (char character = take(); character != end; character = take()) {
            text.append(character);
        }
        return text.toString();
    }

    /** The rest of the line. */
    String rest() throws IOException {
        StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            text.append(take());
        }
        return text.toString();
    }

    /** A table's name with its schema, as it stands. */
    String qualifiedName() throws IOException {
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        while (quoted || (peek() != ':' && peek() != ',')) {
            char character = take();
            quoted ^= character == '"';
            name.append(character);
        }
        return name.toString();
    }

    /** A column's name, without its quotes, or a heading's. */
    String columnName() throws IOException {
        StringBuilder name = new StringBuilder();
        if (takeIf('"')) {
            for (char character = take(); character != '"' || takeIf('"'); character = take()) {
                name.append(character);
            }
        } else {
            while (peek() != '[' && peek() != ':') {
                name.append(take());
            }
        }
        return name.toString();
    }

    /** Passes over a type's name, which may itself be quoted and, of an array, ends in brackets. */
    void skipType() throws IOException {
        expect('[');
        int open = 1;
        boolean quoted = false;
        while (open > 0) {
            char character = take();
            quoted ^= character == '"';
            if (!quoted) {
                open += character == '[' ? 1 : character == ']' ? -1 : 0;
            }
        }
    }

    /** A value in single quotes, of which the first is taken already. */
    void quotedValue(ValueText value) throws IOException {
        for (char character = take(); character != '\'' || takeIf('\''); character = take()) {
            value.append(character);
        }
    }

    /** A value without quotes ends with a space or the line. */
    String bareValue() throws IOException {
        StringBuilder value = new StringBuilder();
        while (!atEnd() && peek() != ' ') {
            value.append(take());
        }
        return value.toString();
    }

    /** Tells where the line is not as it should be, without showing more of it than its beginning. */
    IOException unexpected(String wanted) {
        String where = first ? new String(buffer, 0, Math.min(next, SHOWN)) : "a long line";
        return new IOException("test_decoding wrote something unknown: expected " + wanted + " after: " + where);
    }
}
