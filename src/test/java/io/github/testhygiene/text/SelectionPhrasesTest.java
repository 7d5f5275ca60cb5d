package io.github.testhygiene.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.SelectMode;
import io.github.testhygiene.model.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionPhrasesTest {

    private static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";

    @Test
    void saysWhatWasSelectedAndWhyAndWhoRunsBeside() {
        assertThat(changed(45, 3, 12, "OrderIT", "OrderService"))
                .isEqualTo("Selected 3 of 45 tests (changed since 1a2b3c4: `OrderIT`, `OrderService`);"
                        + " 12 others run as context in orders");
        assertThat(changed(45, 3, 1, "A", "B", "C", "D", "E"))
                .isEqualTo("Selected 3 of 45 tests (changed since 1a2b3c4: `A`, `B`, `C` and 2 more);"
                        + " 1 other runs as context in orders");
    }

    @Test
    void saysWhyNothingWasSelected() {
        assertThat(changed(45, 0, 0)).isEqualTo("Selected none of 45 tests (nothing has changed since 1a2b3c4)");
        assertThat(changed(1, 0, 0, "Prices"))
                .isEqualTo("Selected none of 1 test (changed since 1a2b3c4: `Prices`, which no test reaches)");
    }

    @Test
    void saysWhyEverythingWasSelected() {
        Selection selection = new Selection(
                SelectMode.CHANGED, COMMIT, 45, 45, 0, "`pom.xml` differs, and any test may depend on it", List.of());

        assertThat(SelectionPhrases.sentence(selection))
                .isEqualTo("Selected all of 45 tests, since `pom.xml` differs, and any test may depend on it");
    }

    @Test
    void namesSuspects() {
        assertThat(SelectionPhrases.sentence(
                        new Selection(SelectMode.SUSPECTS, null, 9, 2, 0, null, List.of("OrderIT.places"))))
                .isEqualTo("Selected 2 of 9 tests (suspects of the last report: `OrderIT.places`, and whoever shares"
                        + " tables with them)");
        assertThat(SelectionPhrases.sentence(new Selection(SelectMode.SUSPECTS, null, 9, 0, 0, null, List.of())))
                .isEqualTo("Selected none of 9 tests (no suspects in the last report)");
    }

    @Test
    void partsThatAreMoreThanTheWholeAreRefused() {
        assertThatThrownBy(() -> new Selection(SelectMode.CHANGED, COMMIT, 4, 3, 2, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Selection(SelectMode.CHANGED, COMMIT, 4, 3, 0, "so", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Selection(SelectMode.ALL, null, 4, 4, 0, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String changed(int tests, int selected, int context, String... from) {
        return SelectionPhrases.sentence(
                new Selection(SelectMode.CHANGED, COMMIT, tests, selected, context, null, List.of(from)));
    }
}
