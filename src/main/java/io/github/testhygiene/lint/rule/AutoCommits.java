package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Role;
import io.github.testhygiene.lint.code.Step;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where tests turn auto-commit on in order to write, and not to restore what it was. */
final class AutoCommits {

    private static final Set<String> CONNECTION = Set.of("java.sql.Connection");
    private static final Set<Role> TESTS = Set.of(Role.TEST, Role.BEFORE_EACH);
    private static final Pattern WRITING_CALL =
            Pattern.compile("executeUpdate|executeLargeUpdate|executeBatch|persist|merge|save.*|insert.*");
    private static final Pattern WRITING_SQL = Pattern.compile(
            "^\\s*(?:INSERT\\s+INTO|UPDATE\\s+\\S+\\s+SET|MERGE\\s+INTO|COPY)\\b", Pattern.CASE_INSENSITIVE);
    /** What PostgreSQL refuses within a transaction. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "^\\s*(?:VACUUM|(?:CREATE|DROP|ALTER)\\s+(?:DATABASE|TABLESPACE|SYSTEM)|REINDEX|.*\\bCONCURRENTLY\\b)",
            Pattern.CASE_INSENSITIVE);

    private final LintContext context;

    AutoCommits(LintContext context) {
        this.context = context;
    }

    /**
     * Whether a call turns auto-commit on for what tests write.
     *
     * @param code a method
     * @param call one of its calls
     */
    boolean isTurnedOn(ReachedCode code, Step.Call call) {
        return call.name().equals("setAutoCommit")
                && Integer.valueOf(1).equals(call.argument(0).number())
                && context.index().isA(call.owner(), CONNECTION)
                && code.roles().stream().anyMatch(TESTS::contains)
                && !isRestored(code)
                && isWritten(code);
    }

    /** A connection that was in a transaction goes back to what it was; some statements need it so. */
    private static boolean isRestored(ReachedCode code) {
        return code.method().steps().stream()
                .anyMatch(step -> (step instanceof Step.Literal literal
                                && OUTSIDE.matcher(literal.text()).find())
                        || (step instanceof Step.Call call
                                && (call.name().equals("rollback")
                                        || (call.name().equals("setAutoCommit")
                                                && !Integer.valueOf(1)
                                                        .equals(call.argument(0).number())))));
    }

    /** Whether the class of the code writes something, too. */
    private boolean isWritten(ReachedCode code) {
        return context.scope().lookup().reachedIn(code.file().name()).stream()
                .filter(each -> each.roles().stream().anyMatch(TESTS::contains))
                .flatMap(each -> each.method().steps().stream())
                .anyMatch(step -> step instanceof Step.Literal literal
                        ? WRITING_SQL.matcher(literal.text()).find()
                        : step instanceof Step.Call call
                                && WRITING_CALL.matcher(call.name()).matches());
    }
}
