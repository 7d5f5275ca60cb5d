package io.github.testhygiene.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTextTest {

    private static String alone(String page) {
        return new RuleText("It finds.", page).pageAlone();
    }

    @Test
    void ofLinksToOtherPagesTheWordsStay() {
        assertThat(alone("see [why](../how.md#x) and [SARIF](https://example.com)"))
                .isEqualTo("see why and [SARIF](https://example.com)");
    }

    @Test
    void codeStaysAsItIs() {
        String page = "a\n```java\nx[0](y);\n```\nb [c](d)\n```sql\n[e](f)\n```\n";

        assertThat(alone(page)).isEqualTo(page.replace("[c](d)", "c"));
    }
}
