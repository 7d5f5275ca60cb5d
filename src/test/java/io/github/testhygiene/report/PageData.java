package io.github.testhygiene.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page of {@code index.html} hands to its script. */
final class PageData {

    private static final Pattern TEST = Pattern.compile("#test-(\\d+)");
    private static final int METHOD = 1;

    private PageData() {}

    static JsonNode of(Document page) {
        Element data = page.getElementById("report-data");
        if (data == null) {
            throw new AssertionError("the page has no data");
        }
        return JsonMapper.shared().readTree(data.data());
    }

    /** The row of a test. */
    static JsonNode row(Document page, String method) {
        for (JsonNode row : of(page).at("/tests")) {
            if (row.get(METHOD).asString().equals(method)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + method);
    }

    /** What a test's own section shows beside its row; empty if there is no more to tell. */
    static Element detail(Document page, String method) {
        int position = 0;
        for (JsonNode row : of(page).at("/tests")) {
            position++;
            if (row.get(METHOD).asString().equals(method)) {
                Element detail = page.getElementById("detail-" + position);
                return detail == null ? new Element("template") : detail;
            }
        }
        throw new AssertionError("no row of " + method);
    }

    /** Whether a link leads to an element of the page, or to a test's section, which the script makes. */
    static boolean hasTarget(Document page, String href) {
        String fragment = href.substring(1).replaceFirst("\\?.*", "");
        Matcher test = TEST.matcher(href);
        return page.getElementById(fragment) != null
                || (test.matches()
                        && Integer.parseInt(test.group(1))
                                <= of(page).at("/tests").size());
    }
}
