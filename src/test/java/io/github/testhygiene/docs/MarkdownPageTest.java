package io.github.testhygiene.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {

    @TempDir
    Path folder;

    @Test
    void aLinkLeadsToAFileAndToOneOfItsHeadings() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("more/b.md"), "# B\n\n### What `<b>` sees (it's all)\n");

        assertThat(page("[a](more/b.md) [b](more/b.md#what-b-sees-its-all) [c](#here) [d](more)\n\n## Here")
                        .broken())
                .isEmpty();
        assertThat(page("[a](b.md) [b](more/b.md#there) [c](#there) ![d](more/d.png)")
                        .broken())
                .containsExactly("b.md", "more/b.md#there", "#there", "more/d.png");
    }

    @Test
    void whatIsCodeOrLeadsToAnotherSiteIsNotFollowed() {
        assertThat(page("`[a](b)` [c](https://example.com/d)\n\n```java\nx[0](y);\n# no heading\n```\n")
                        .links())
                .isEmpty();
        assertThat(page("```\n# no heading\n```\n").headings()).isEmpty();
    }

    @Test
    void aSectionEndsWhereTheNextOneBegins() {
        assertThat(page("# a\n\n## b\n\none\n\n## c\n\ntwo\n").section("b")).isEqualTo("## b\n\none\n\n");
        assertThat(page("# a\n\n## b\n\none\n\n## c\n\ntwo\n").section("c")).isEqualTo("## c\n\ntwo\n");
        assertThat(page("# a\n").section("b")).isEmpty();
    }

    private MarkdownPage page(String text) {
        return new MarkdownPage(folder.resolve("a.md"), text);
    }
}
