package io.github.testhygiene.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.BodyStatements;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

/** Names of tables as people write them, and what the settings about them refuse. */
class TableNameTest {

    @Property(tries = 300)
    void aQuotedNameIsReadAsItIs(@ForAll @NotEmpty String schema, @ForAll @NotEmpty String table) {
        assertThat(TableName.parse(quoted(schema) + "." + quoted(table)).parts())
                .containsExactly(schema, table);
    }

    @Property(tries = 200)
    void aNameWithoutQuotesIsFolded(@ForAll @NotEmpty @AlphaChars String name) {
        assertThat(TableName.parse(name)).isEqualTo(TableName.parse(quoted(name.toLowerCase(java.util.Locale.ROOT))));
    }

    @Property(tries = 200)
    void withoutItsSchemaANameStandsForATableOfAnySchema(
            @ForAll @NotEmpty String schema, @ForAll @NotEmpty String other, @ForAll @NotEmpty String table) {
        TableName full = TableName.parse(quoted(schema) + "." + quoted(table));

        assertThat(TableName.parse(quoted(table)).names(full)).isTrue();
        assertThat(full.names(TableName.parse(quoted(table)))).isFalse();
        assertThat(TableName.parse(quoted(other) + "." + quoted(table)).names(full))
                .isEqualTo(other.equals(schema));
    }

    @Example
    void onlyAsciiIsFoldedAndSpacesWithoutQuotesAreNothing() {
        assertThat(TableName.parse(" Shop . ÄRGER_1 ").parts()).containsExactly("shop", "Ärger_1");
        assertThat(TableName.parse("public.\"Order Items\"").parts()).isEqualTo(List.of("public", "Order Items"));
    }

    @Example
    void anAllowedTableHasANameANumberAndAReason() {
        assertThatThrownBy(() -> new AllowedRows(" ", 1, "why")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllowedRows("t", -1, "why")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllowedRows("t", 1, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new AllowedRows("t", 0, "why").most()).isZero();
    }

    @Example
    void limitsAreNotNegative() {
        assertThatThrownBy(() -> new EvidenceRules(0, 10, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EvidenceRules(1, -1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(EvidenceRules.DEFAULTS).isEqualTo(new EvidenceRules(20, 10, List.of()));
    }

    @Example
    void theTablesOfABodyAreSorted() {
        assertThat(new BodyStatements(1, Set.of("c", "a", "b"), Set.of("z", "y")).tablesWritten())
                .containsExactly("a", "b", "c");
        assertThatThrownBy(() -> new BodyStatements(-1, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
