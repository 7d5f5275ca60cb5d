package io.github.testhygiene.model;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Classes, or methods of classes, by name. {@code *} stands for any characters but a dot, {@code **} for any; a pattern
 * without a dot is held against the class's simple name. A class stands for the classes nested in it, too.
 *
 * @param text as a person writes it, for example {@code com.example.**.OrderIT#counts*}
 */
public record SubjectPattern(String text) {

    /** Checks that a class is named. */
    public SubjectPattern {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()
                || text.startsWith("#")
                || text.endsWith("#")
                || text.indexOf('#') != text.lastIndexOf('#')) {
            throw new IllegalArgumentException("names no class: '" + text + "'");
        }
    }

    /**
     * A method, or with null all of a class.
     *
     * @param className with dots
     * @param methodName the method; null for all
     * @return a pattern of just that
     */
    public static SubjectPattern of(String className, @Nullable String methodName) {
        return new SubjectPattern(methodName == null ? className : className + "#" + methodName);
    }

    /**
     * Whether it stands for something.
     *
     * @param className with dots, and {@code $} before a nested class
     * @param methodName the method; null for the class itself
     * @return true if so; a pattern with a method never stands for a class as a whole
     */
    public boolean matches(String className, @Nullable String methodName) {
        int hash = text.indexOf('#');
        String classPart = (hash < 0 ? text : text.substring(0, hash)).strip();
        if (hash >= 0
                && (methodName == null
                        || !methodName.matches(regex(text.substring(hash + 1).strip())))) {
            return false;
        }
        boolean withPackage = classPart.indexOf('.') >= 0 || classPart.contains("**");
        String held = withPackage ? className : className.substring(packageLength(className));
        return held.matches(regex(classPart) + "(\\$.*)?");
    }

    private static int packageLength(String className) {
        int nested = className.indexOf('$');
        return className.lastIndexOf('.', nested < 0 ? className.length() : nested) + 1;
    }

    /** A person may write a nested class with a dot as well as with a dollar sign. */
    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int index = 0; index < pattern.length(); index++) {
            char each = pattern.charAt(index);
            if (each == '.' || each == '$') {
                regex.append("[.$]");
            } else if (each != '*') {
                regex.append(Pattern.quote(String.valueOf(each)));
            } else if (pattern.startsWith("**", index)) {
                regex.append(".*");
                index++;
            } else {
                regex.append("[^.$]*");
            }
        }
        return regex.toString();
    }
}
