package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.report.HostileReports;
import io.github.testhygiene.text.PlainText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

class MarkdownTest {

    private static final int LIMIT = 200;

    /** As a reader of Markdown with tables makes HTML of it, where what is HTML already stays. */
    static Document html(String markdown) {
        List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
        Parser parser = Parser.builder().extensions(tables).build();
        return Jsoup.parse(HtmlRenderer.builder().extensions(tables).build().render(parser.parse(markdown)));
    }

    private static String plain(String shown) {
        return shown.replace("\u200B", "");
    }

    private static Document table(String cell) {
        return html("| a | b |\n|---|---|\n" + Markdown.row(List.of("x", cell)) + "\n");
    }

    private static void assertIsText(String text) {
        String shown = PlainText.joined(text, LIMIT);
        for (String cell : List.of(Markdown.text(text, LIMIT), Markdown.code(text, LIMIT))) {
            Document table = table(cell);
            assertThat(table.select("tbody td").size()).as(cell).isEqualTo(2);
            assertThat(plain(table.select("tbody td").get(1).wholeText()).strip())
                    .as(cell)
                    .isEqualTo(plain(shown).strip());
            assertThat(table.select("tbody td *:not(code)")).as(cell).isEmpty();
        }
        Document paragraph = html("- it: " + Markdown.text(text, LIMIT));
        assertThat(plain(paragraph.select("li").get(0).wholeText()).strip())
                .isEqualTo(plain("it: " + shown).strip());
        assertThat(paragraph.select("body *:not(ul, li)")).isEmpty();
    }

    @Example
    void whatIsHostileIsShownAsItIs() {
        HostileReports.TEXTS.forEach(MarkdownTest::assertIsText);
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.strings()
                .withChars("ab1 `|\\*_[]()<>&;#@:/!~$-+.=^{}\"'\n\t%")
                .withChars('\u001B', '\u202E', 'é')
                .ofMaxLength(30);
    }

    @Property
    void anyMarkupIsShownAsItIs(@ForAll("markup") String text) {
        assertIsText(text);
    }

    @Property
    void anySentenceFillsOneCell(@ForAll("markup") String text) {
        Document table = table(Markdown.sentence(text, LIMIT));

        assertThat(table.select("tbody td").size()).isEqualTo(2);
        assertThat(table.select("tbody td *:not(code)")).isEmpty();
    }

    @Example
    void namesInASentenceAreCode() {
        assertThat(Markdown.sentence("`public.orders` has 1 < 2 rows, see `a|b`", LIMIT))
                .isEqualTo("`public.orders` has 1 &#60; 2 rows, see <code>a&#124;b</code>");
    }

    @Example
    void nobodyIsCalledAndNothingIsLinked() {
        assertThat(Markdown.text("@team #12 :tada: https://example.com www.example.com a@b.c", LIMIT))
                .isEqualTo(
                        "@\u200Bteam #\u200B12 :\u200Btada: https:\u200B//example.com www.\u200Bexample.com a@\u200Bb.c");
    }
}
