package io.github.testhygiene.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes Markdown readable where nobody renders it: paragraphs are wrapped, code is indented, and of a link that leads
 * to another page the words stay.
 */
final class ConsoleMarkdown {

    private static final String CODE = "    ";
    private static final Pattern LINK_TO_A_SITE = Pattern.compile("\\[([^]]+)]\\((https?://[^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private boolean fenced;

    private ConsoleMarkdown(int width) {
        this.width = width;
    }

    /**
     * Makes a page readable.
     *
     * @param markdown the page
     * @param width how many characters a line of text may have; code and tables stay as wide as they are
     * @return the lines
     */
    static List<String> lines(String markdown, int width) {
        ConsoleMarkdown console = new ConsoleMarkdown(width);
        markdown.strip().lines().forEach(console::add);
        console.endParagraph();
        return List.copyOf(console.lines);
    }

    private void add(String line) {
        if (line.startsWith("```")) {
            endParagraph();
            fenced = !fenced;
        } else if (fenced) {
            lines.add(line.isEmpty() ? "" : CODE + line);
        } else if (line.startsWith(CODE)) {
            endParagraph();
            lines.add(line);
        } else if (line.isBlank() || line.startsWith("#") || line.startsWith("|")) {
            endParagraph();
            lines.add(withoutLinks(line));
        } else {
            if (line.startsWith("- ")) {
                endParagraph();
            }
            paragraph.add(line);
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            String text = withoutItalics(withoutLinks(String.join(" ", paragraph)));
            lines.addAll(LineWrapping.lines(text, width, "", text.startsWith("- ") ? "  " : ""));
            paragraph.clear();
        }
    }

    private static String withoutLinks(String text) {
        String sites = LINK_TO_A_SITE.matcher(text).replaceAll("$1 ($2)");
        return LINK.matcher(sites).replaceAll("$1");
    }

    /** Of a paragraph that is in italics as a whole. */
    private static String withoutItalics(String text) {
        boolean italic = text.length() > 2 && text.startsWith("*") && text.indexOf('*', 1) == text.length() - 1;
        return italic ? text.substring(1, text.length() - 1) : text;
    }
}
