package io.github.testhygiene.lint.code;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells where code was written that a compiler copied from elsewhere. Kotlin gives the lines of inline functions numbers
 * behind the end of the file, and says in the class file's source map (JSR-45) which line they were copied to.
 */
final class SourceLines {

    private static final String CALLERS = "*S KotlinDebug";
    private static final Pattern COPIED =
            Pattern.compile("(?<line>\\d+)(?:#\\d+)?(?:,(?<times>\\d+))?:(?<from>\\d+)(?:,(?<each>\\d+))?");

    /** Numbers in the class file, from {@code first} to {@code last}, {@code each} for a line of the source. */
    private record Copy(int last, int line, int first, int each) {}

    private final TreeMap<Integer, Copy> copies = new TreeMap<>();

    /**
     * Reads a source map.
     *
     * @param sourceMap as it stands in the class file; null if there is none
     */
    SourceLines(@Nullable String sourceMap) {
        int start = sourceMap == null ? -1 : sourceMap.indexOf(CALLERS);
        if (sourceMap != null && start >= 0) {
            sourceMap
                    .substring(start + CALLERS.length())
                    .lines()
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("*S") && !line.startsWith("*E"))
                    .map(COPIED::matcher)
                    .filter(Matcher::matches)
                    .forEach(this::add);
        }
    }

    private void add(Matcher copied) {
        int first = Integer.parseInt(copied.group("from"));
        int each = number(copied.group("each"));
        int times = number(copied.group("times"));
        if (each > 0) {
            int line = Integer.parseInt(copied.group("line"));
            copies.put(first, new Copy(first + each * times - 1, line, first, each));
        }
    }

    private static int number(@Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    /**
     * The line of the source.
     *
     * @param number as it stands in the class file
     * @return where the code was copied to; the same number if it was written there
     */
    int line(int number) {
        Map.Entry<Integer, Copy> before = copies.floorEntry(number);
        if (before == null || number > before.getValue().last()) {
            return number;
        }
        Copy copy = before.getValue();
        return copy.line() + (number - copy.first()) / copy.each();
    }
}
