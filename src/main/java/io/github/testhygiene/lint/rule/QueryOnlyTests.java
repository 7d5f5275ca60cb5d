package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestMethod;
import io.github.testhygiene.lint.code.TestScope;
import java.util.List;
import java.util.Set;

/**
 * Knows tests that only query: they change nothing, and the rows that they get are all that could be checked. That no
 * exception comes is no answer to a query.
 */
final class QueryOnlyTests {

    private static final Set<String> QUERIES = Set.of(
            "find", "query", "select", "count", "fetch", "search", "list", "load", "read", "exists", "stream",
            "lookup");

    /** Verbs that query where the class is one that stands for the database. */
    private static final Set<String> QUERIES_OF_STORES = Set.of("get", "is", "has", "all", "retrieve");

    private static final Set<String> STORES = Set.of("repository", "dao", "mapper", "store", "gateway", "queries");

    /** What prepares a query and returns something to go on with. */
    private static final Set<String> PREPARING =
            Set.of("sql", "param", "params", "parameter", "set", "bind", "create", "prepare", "of", "with", "from");

    /** JDBC's methods that change something, or may do so. */
    private static final Set<String> CHANGING = Set.of(
            "execute",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch",
            "addBatch",
            "commit",
            "rollback",
            "insertRow",
            "updateRow",
            "deleteRow");

    private enum Use {
        QUERY,
        NOTHING,
        ACTION
    }

    private final TestScope scope;

    /** For some tests. */
    QueryOnlyTests(TestScope scope) {
        this.scope = scope;
    }

    /** Whether a test calls at least one query, and nothing that does anything else. */
    boolean areIn(TestMethod test) {
        List<Use> uses = scope.reachedFrom(List.of(test)).stream()
                .flatMap(reached -> reached.method().calls())
                .filter(this::isOutward)
                .map(QueryOnlyTests::use)
                .toList();
        return uses.contains(Use.QUERY) && !uses.contains(Use.ACTION);
    }

    /** Calls of the tests' own methods are followed instead. */
    private boolean isOutward(Step.Call call) {
        return scope.targets().of(call).stream()
                .allMatch(target -> target.method().isAbstract());
    }

    private static Use use(Step.Call call) {
        String owner = call.owner();
        if (owner.startsWith("java.sql.") || owner.startsWith("javax.sql.")) {
            return CHANGING.contains(call.name())
                    ? Use.ACTION
                    : call.name().equals("executeQuery") ? Use.QUERY : Use.NOTHING;
        } else if (call.isConstruction() || owner.startsWith("java.")) {
            return Use.NOTHING;
        }
        boolean returns = !call.target().descriptor().endsWith(")V");
        String verb = NameWords.of(call.name()).stream().findFirst().orElse("");
        if (returns && (QUERIES.contains(verb) || (QUERIES_OF_STORES.contains(verb) && isStore(owner)))) {
            return Use.QUERY;
        }
        return returns && PREPARING.contains(verb) ? Use.NOTHING : Use.ACTION;
    }

    private static boolean isStore(String owner) {
        return NameWords.ofClass(owner).stream().anyMatch(STORES::contains);
    }
}
