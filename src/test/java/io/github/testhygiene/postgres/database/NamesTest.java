package io.github.testhygiene.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.server.DatabaseChoice;
import io.github.testhygiene.sql.SqlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, choices and quoting. */
class NamesTest {

    @Test
    void everyDatabaseHasItsOwnName() {
        assertThat(DatabaseName.random().value()).matches("test_hygiene_[a-z0-9]{10,}");
        assertThat(DatabaseName.random()).isNotEqualTo(DatabaseName.random());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "test_hygiene_",
                "test_hygiene_short",
                "test_hygiene_with\"quote12",
                "x_test_hygiene_abcdefghij"
            })
    void anotherNameIsNotOurs(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseName(name));
    }

    @Test
    void aChoiceIsReadInAnyCase() {
        assertThat(DatabaseChoice.parse(" Embedded ")).isEqualTo(DatabaseChoice.EMBEDDED);
    }

    @Test
    void anUnknownChoiceIsAnsweredWithTheAcceptedOnes() {
        assertThatThrownBy(() -> DatabaseChoice.parse("oracle"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'oracle'")
                .hasMessageContaining("auto, container, embedded, external")
                .hasMessageContaining("-Dtest-hygiene.database");
    }

    @Test
    void quotesAreDoubled() {
        assertThat(SqlText.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(SqlText.literal("it's")).isEqualTo("'it''s'");
        assertThat(SqlText.literal("a\\b'")).isEqualTo(" E'a\\\\b'''");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"$user\", public | '$user', 'public'",
                "\"\" | ''",
                "`` | ''",
                "\"a\"\"b, c\",d | 'a\"b, c', 'd'",
            })
    void aListSettingIsWrittenAsLiterals(String stored, String written) {
        assertThat(DatabaseAttributes.list(stored)).isEqualTo(written);
    }
}
