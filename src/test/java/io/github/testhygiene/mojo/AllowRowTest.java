package io.github.testhygiene.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.evidence.AllowedRows;
import io.github.testhygiene.model.ProblemException;
import org.junit.jupiter.api.Test;

/** Which tables may grow. */
class AllowRowTest {

    private static AllowRow row(String table, Long most, String reason) {
        AllowRow row = new AllowRow();
        row.setTable(table);
        row.setMost(most);
        row.setReason(reason);
        return row;
    }

    @Test
    void aTableThatMayGrowHasANameANumberAndAReason() {
        assertThat(row(" public.audit ", 10L, " it is a log ").checked())
                .isEqualTo(new AllowedRows("public.audit", 10, "it is a log"));
        assertThat(row("audit", 0L, "it is a log").checked().most()).isZero();
    }

    @Test
    void whatAnAllowedTableLacksIsTold() {
        assertThatThrownBy(() -> row(" ", 1L, "why").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("names no table", "<allowRow><table>");
        assertThatThrownBy(() -> row("audit", 1L, " ").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("'audit'", "<reason>");
        assertThatThrownBy(() -> row("audit", null, "why").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("'audit'", "not set", "<most>10</most>");
        assertThatThrownBy(() -> row("audit", -1L, "why").checked())
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("'audit'", "is -1");
        assertThatThrownBy(() -> new AllowRow().checked()).isInstanceOf(ProblemException.class);
    }
}
