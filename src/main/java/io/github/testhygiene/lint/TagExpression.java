package io.github.testhygiene.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads {@code <groups>} and {@code <excludedGroups>}: JUnit's tag expressions ({@code slow & !(db | web)}, {@code any()},
 * {@code none()}), the lists of surefire, whose members are alternatives ({@code slow, web}), and the words {@code AND},
 * {@code OR} and {@code NOT} with which categories are written.
 */
final class TagExpression {

    private static final String RESERVED = "&|!(),";
    private static final int MOST_CHARACTERS = 10_000;
    private static final int DEEPEST = 100;
    private static final Pattern AND = Pattern.compile("(?<=[\\s)])(?:AND|and)(?=[\\s(!])");
    private static final Pattern OR = Pattern.compile("(?<=[\\s)])(?:OR|or)(?=[\\s(!])");
    private static final Pattern NOT = Pattern.compile("(?<=^|[\\s(,&|])(?:NOT|not)(?=[\\s(])");

    private final List<String> tokens;
    private int at;
    private int depth;

    private TagExpression(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads an expression.
     *
     * @param text the expression
     * @return says of a test's tags whether they fulfil it
     * @throws IllegalArgumentException if it is none, with the reason
     */
    static Predicate<Set<String>> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("it has more than " + MOST_CHARACTERS + " characters");
        }
        String words = NOT.matcher(OR.matcher(AND.matcher(text).replaceAll("&")).replaceAll("|"))
                .replaceAll("!");
        TagExpression expression = new TagExpression(tokens(words));
        Predicate<Set<String>> tags = expression.list();
        if (expression.at < expression.tokens.size()) {
            throw expression.unexpected();
        }
        return tags;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean isReserved = at < text.length() && RESERVED.indexOf(text.charAt(at)) >= 0;
            if (at == text.length() || isReserved) {
                String tag = text.substring(start, at).strip();
                if (!tag.isEmpty()) {
                    tokens.add(tag);
                }
                start = at + 1;
            }
            if (isReserved) {
                boolean isDouble =
                        "&|".indexOf(text.charAt(at)) >= 0 && text.startsWith(text.substring(at, at + 1), at + 1);
                tokens.add(text.substring(at, at + 1));
                at += isDouble ? 1 : 0;
                start = at + 1;
            }
        }
        return tokens;
    }

    private Predicate<Set<String>> list() {
        skipEmptyParts();
        Predicate<Set<String>> any = alternatives();
        while (accept(",")) {
            skipEmptyParts();
            if (at < tokens.size() && !tokens.get(at).equals(")")) {
                any = any.or(alternatives());
            }
        }
        return any;
    }

    /** Surefire ignores empty parts of its lists, as an unset property leaves them. */
    private void skipEmptyParts() {
        boolean isEmpty = accept(",");
        while (isEmpty) {
            isEmpty = accept(",");
        }
    }

    private Predicate<Set<String>> alternatives() {
        Predicate<Set<String>> any = all();
        while (accept("|")) {
            any = any.or(all());
        }
        return any;
    }

    private Predicate<Set<String>> all() {
        Predicate<Set<String>> all = not();
        while (accept("&")) {
            all = all.and(not());
        }
        return all;
    }

    private Predicate<Set<String>> not() {
        boolean negated = false;
        while (accept("!")) {
            negated = !negated;
        }
        Predicate<Set<String>> tag = accept("(") ? inParentheses() : tag();
        return negated ? tag.negate() : tag;
    }

    private Predicate<Set<String>> inParentheses() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested too deeply");
        }
        Predicate<Set<String>> inner = list();
        depth--;
        if (!accept(")")) {
            throw unexpected();
        }
        return inner;
    }

    private Predicate<Set<String>> tag() {
        if (at >= tokens.size() || RESERVED.contains(tokens.get(at))) {
            throw unexpected();
        }
        String tag = tokens.get(at++);
        if ((tag.equals("any") || tag.equals("none")) && at + 1 < tokens.size() && accept("(")) {
            if (!accept(")")) {
                throw unexpected();
            }
            return tag.equals("any") ? tags -> !tags.isEmpty() : Set::isEmpty;
        }
        return tags -> tags.contains(tag);
    }

    private boolean accept(String token) {
        boolean is = at < tokens.size() && tokens.get(at).equals(token);
        at += is ? 1 : 0;
        return is;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException(
                at < tokens.size() ? "\"" + tokens.get(at) + "\" is not expected there" : "it ends too early");
    }
}
