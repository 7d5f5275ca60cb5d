package io.github.testhygiene.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of the documentation as GitHub shows it. */
record MarkdownPage(Path file, String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its links lead, without those to other sites. */
    List<String> links() {
        String prose = CODE.matcher(withoutFences()).replaceAll("code");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** What a link can name behind a {@code #}. */
    List<String> anchors() {
        return headings().stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** Its headings of all levels. */
    List<String> headings() {
        return HEADING.matcher(withoutFences())
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }

    /** The text under a heading of the second level. */
    String section(String heading) {
        return Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse("");
    }

    /** The links that lead nowhere. */
    List<String> broken() {
        return links().stream().filter(target -> !resolves(target)).toList();
    }

    private boolean resolves(String target) {
        if (target.startsWith("#")) {
            return anchors().contains(target.substring(1));
        }
        String[] parts = target.split("#", 2);
        Path linked = file.resolveSibling(parts[0]).normalize();
        return Files.exists(linked)
                && (parts.length == 1 || read(linked).anchors().contains(parts[1]));
    }

    private String withoutFences() {
        return FENCED.matcher(text).replaceAll("");
    }
}
