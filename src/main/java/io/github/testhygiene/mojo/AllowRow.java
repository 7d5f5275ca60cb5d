package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.SettingsAdvice;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.evidence.AllowedRows;
import io.github.testhygiene.model.ProblemException;
import org.jspecify.annotations.Nullable;

/** One {@code <allowRow>} of {@code <allowRows>}, as Maven reads it. */
public final class AllowRow {

    private @Nullable String table;
    private @Nullable Long most;
    private @Nullable String reason;

    /** For Maven. */
    public AllowRow() {}

    /**
     * For Maven.
     *
     * @param table the table's name as in SQL
     */
    public void setTable(String table) {
        this.table = table;
    }

    /**
     * For Maven.
     *
     * @param most by how many rows one test may let the table grow
     */
    public void setMost(Long most) {
        this.most = most;
    }

    /**
     * For Maven.
     *
     * @param reason why the table is meant to grow
     */
    public void setReason(String reason) {
        this.reason = reason;
    }

    AllowedRows checked() {
        String name = SettingValues.blankToNull(table);
        if (name == null) {
            throw new ProblemException(SettingsAdvice.allowRowWithoutTable());
        }
        if (most == null || most < 0) {
            throw new ProblemException(
                    SettingsAdvice.allowRowWithoutNumber(name, most == null ? "not set" : most.toString()));
        }
        String why = SettingValues.blankToNull(reason);
        if (why == null) {
            throw new ProblemException(SettingsAdvice.allowRowWithoutReason(name));
        }
        return new AllowedRows(name, most, why);
    }
}
