package io.github.testhygiene.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableNamesTest {

    private final TableNames names = new TableNames(
            List.of("public.\"Order Items\"", "audit.entry", "public.entry", "public.\"order\"", "\"a.b\".\"c\"\"d\""));

    @Test
    void aNameWithoutASchemaMeansTheTablesOfAllSchemas() {
        assertThat(names.resolve(List.of(List.of("entry")))).containsExactly("audit.entry", "public.entry");
        assertThat(names.resolve(List.of(List.of("Order Items")))).containsExactly("public.\"Order Items\"");
        assertThat(names.resolve(List.of(List.of("order items")))).isEmpty();
    }

    @Test
    void aSchemaNarrowsItAndADatabaseDoesNot() {
        assertThat(names.resolve(List.of(List.of("audit", "entry")))).containsExactly("audit.entry");
        assertThat(names.resolve(List.of(List.of("shop", "audit", "entry")))).containsExactly("audit.entry");
        assertThat(names.resolve(List.of(List.of("other", "entry")))).isEmpty();
    }

    @Test
    void quotedNamesMayHoldAnything() {
        assertThat(names.resolve(List.of(List.of("a.b", "c\"d"), List.of("order"))))
                .containsExactly("\"a.b\".\"c\"\"d\"", "public.\"order\"");
    }
}
