package io.github.testhygiene.selection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file, as far as it can be understood without its compiler.
 *
 * @param name the file's name
 * @param text what is written in it
 */
record SourceText(String name, String text) {

    private static final Set<String> LANGUAGES = Set.of("java", "kt", "groovy");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    /** Whether it is written in a language whose class files say from which source file they are. */
    static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    static SourceText read(Path file) throws IOException {
        // What is no UTF-8 is replaced: names that matter are hardly ever written with more than ASCII.
        return new SourceText(
                file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** Where class files place it: in the folder of its package, in whatever folder it is. */
    String place() {
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1).replace('.', '/') + "/" + name : name;
    }

    Set<String> words() {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
