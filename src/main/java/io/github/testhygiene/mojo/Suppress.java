package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.LintAdvice;
import io.github.testhygiene.check.SettingValues;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.SubjectPattern;
import io.github.testhygiene.model.Suppression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code <suppression>} of {@code <suppressions>}, as Maven reads it. */
public final class Suppress {

    private @Nullable String rule;
    private @Nullable String tests;
    private @Nullable String reason;

    /** For Maven. */
    public Suppress() {}

    /**
     * For Maven.
     *
     * @param rule a rule's id
     */
    public void setRule(String rule) {
        this.rule = rule;
    }

    /**
     * For Maven.
     *
     * @param tests the classes or methods, or a file
     */
    public void setTests(String tests) {
        this.tests = tests;
    }

    /**
     * For Maven.
     *
     * @param reason why the finding is lived with
     */
    public void setReason(String reason) {
        this.reason = reason;
    }

    Suppression checked() {
        String id = SettingValues.blankToNull(rule);
        if (id == null) {
            throw new ProblemException(LintAdvice.suppressionWithoutRule());
        } else if (Rule.of(id).isEmpty()) {
            throw new ProblemException(LintAdvice.suppressionOfUnknownRule(id, Rule.labels()));
        }
        String pattern = SettingValues.blankToNull(tests);
        if (pattern == null) {
            throw new ProblemException(LintAdvice.suppressionWithoutTests(id));
        }
        String why = SettingValues.blankToNull(reason);
        if (why == null) {
            throw new ProblemException(LintAdvice.suppressionWithoutReason(id, pattern));
        }
        return new Suppression(List.of(id), subject(id, pattern), why, Suppression.WrittenAt.POM);
    }

    private static SubjectPattern subject(String rule, String pattern) {
        try {
            return new SubjectPattern(pattern);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(LintAdvice.suppressionWithBadTests(rule, pattern), e);
        }
    }
}
