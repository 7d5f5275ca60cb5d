package io.github.testhygiene.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tag expressions as JUnit has them, and lists as surefire has them. */
class TagExpressionTest {

    private static boolean holds(String expression, String... tags) {
        return TagExpression.parse(expression).test(new HashSet<>(Arrays.asList(tags)));
    }

    @Example
    void operatorsBindAsInJUnit() {
        assertThat(holds("slow", "slow")).isTrue();
        assertThat(holds("slow", "fast")).isFalse();
        assertThat(holds("!slow")).isTrue();
        assertThat(holds("!!slow", "slow")).isTrue();
        assertThat(holds("a | b & c", "a")).isTrue();
        assertThat(holds("a | b & c", "b")).isFalse();
        assertThat(holds("(a | b) & !c", "b")).isTrue();
        assertThat(holds("(a | b) & !c", "b", "c")).isFalse();
        assertThat(holds("!(a|b)&c", "c")).isTrue();
        assertThat(holds("any()", "a")).isTrue();
        assertThat(holds("any()")).isFalse();
        assertThat(holds("none()")).isTrue();
        assertThat(holds("none() | db", "db")).isTrue();
        assertThat(holds("any", "any")).isTrue();
    }

    @Example
    void aListHoldsAlternatives() {
        assertThat(holds("slow, web & db", "slow")).isTrue();
        assertThat(holds("slow, web & db", "web")).isFalse();
        assertThat(holds("com.example.Slow,com.example.Web", "com.example.Web")).isTrue();
    }

    @Example
    void categoriesMayBeWrittenWithWords() {
        assertThat(holds("Slow AND NOT Web", "Slow")).isTrue();
        assertThat(holds("Slow && !Web", "Slow", "Web")).isFalse();
        assertThat(holds("Slow or Web", "Web")).isTrue();
        assertThat(holds("not (Slow || Web)")).isTrue();
        assertThat(holds("ORDERS | ANDROID | notes", "notes")).isTrue();
    }

    @Example
    void whatIsNoneIsRefusedWithTheReason() {
        for (String none : new String[] {"", "a &", "| a", "(a", "a)", "a ! b", "any(", ",", "()", "any(x)"}) {
            assertThatIllegalArgumentException()
                    .as(none)
                    .isThrownBy(() -> TagExpression.parse(none))
                    .withMessageMatching("it ends too early|\".\" is not expected there");
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.recursive(
                () -> Arbitraries.of("a", "b", "c", "any()", "none()"),
                inner -> Arbitraries.oneOf(
                        inner.map(one -> "!(" + one + ")"),
                        inner.tuple2().map(pair -> "(" + pair.get1() + ") & (" + pair.get2() + ")"),
                        inner.tuple2().map(pair -> "(" + pair.get1() + "|" + pair.get2() + ")")),
                3);
    }

    @Example
    void whatIsNestedTooDeeplyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TagExpression.parse("(".repeat(4_000) + "a" + ")".repeat(4_000)))
                .withMessage("it is nested too deeply");
    }

    @Property(tries = 200)
    void deMorganHolds(
            @ForAll("expressions") String one, @ForAll("expressions") String other, @ForAll Set<Boolean> some) {
        String[] tags =
                some.isEmpty() ? new String[0] : some.size() == 1 ? new String[] {"a"} : new String[] {"b", "c"};

        assertThat(holds("!((" + one + ") & (" + other + "))", tags))
                .isEqualTo(holds("!(" + one + ") | !(" + other + ")", tags));
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        try {
            TagExpression.parse(text).test(Set.of("a"));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContainingAny("null");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab &|!(),").ofMaxLength(20);
    }

    /** As surefire reads its lists, in which a property that is not set leaves nothing between two commas. */
    @Example
    void emptyPartsOfAListAreIgnored() {
        for (String list : new String[] {"a,,b", ",a,b", "a,b,", "(a,),b"}) {
            assertThat(holds(list, "a")).as(list).isTrue();
            assertThat(holds(list, "b")).as(list).isTrue();
            assertThat(holds(list, "c")).as(list).isFalse();
        }
    }
}
