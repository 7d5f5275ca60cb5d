package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.RuleCount;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of findings read like English. */
class RuleCountPhraseTest {

    @ParameterizedTest
    @CsvSource({
        "victim,1 victim,3 victims",
        "brittle,1 brittle test,3 brittle tests",
        "slow-test,1 slow test,3 slow tests",
        "slow-suite,suite over budget,suite over budget",
        "unchecked,1 unchecked test,3 unchecked tests",
        "leaves-rows,rows left behind once,rows left behind 3 times",
        "leaves-schema,schema left changed once,schema left changed 3 times",
        "leaves-session,transactions or locks left open once,transactions or locks left open 3 times",
        "leaves-cluster-state,server left changed once,server left changed 3 times",
        "advances-sequence,1 sequence advanced,3 sequences advanced",
        "never-reaches-database,1 test never reaches the database,3 tests never reach the database",
        "write-not-read-back,1 test does not read back what it writes,3 tests do not read back what they write",
        "uses-another-database,suite on another database,suite on another database",
        "duplicate-statement,1 test repeats a statement,3 tests repeat a statement",
        "opens-connections,1 test opens many connections,3 tests open many connections",
        "executed-twice,tests of 1 class executed twice,tests of 3 classes executed twice",
        "leaves-files,1 test leaves files outside the build directory,3 tests leave files outside the build directory",
        "thread-sleep,1 thread-sleep finding,3 thread-sleep findings"
    })
    void aCountIsPartOfASentence(String rule, String one, String three) {
        assertThat(RuleCountPhrase.describe(new RuleCount(rule, 1))).isEqualTo(one);
        assertThat(RuleCountPhrase.describe(new RuleCount(rule, 3))).isEqualTo(three);
    }

    @Test
    void noRuleOfOursIsCountedAsFindings() {
        assertThat(Arrays.stream(Rule.values()).map(rule -> RuleCountPhrase.describe(new RuleCount(rule.label(), 2))))
                .noneMatch(phrase -> phrase.contains("finding"))
                .doesNotHaveDuplicates();
    }
}
