package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Rule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each rule that can be read off the bytecode has somebody who looks. */
class CatalogueTest {

    @Test
    void everyRuleAboutBytecodeIsLookedForOnce() {
        assertThat(Catalogue.rules())
                .extracting(rule -> rule.habit().rule())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(Rule::isAboutBytecode)
                        .toList());
    }
}
