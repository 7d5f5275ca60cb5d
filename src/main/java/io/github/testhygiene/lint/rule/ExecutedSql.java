package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Step.CallKind;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Knows the calls that execute SQL, and the text that flows into them. */
final class ExecutedSql {

    private static final int DEEPEST = 3;
    private static final Set<String> JPA = Set.of("createNativeQuery", "createNativeMutationQuery", "createSQLQuery");
    private static final CalledMethods EXECUTING = new CalledMethods(Map.ofEntries(
            Map.entry(
                    "java.sql.Statement",
                    Set.of("execute", "executeUpdate", "executeLargeUpdate", "executeQuery", "addBatch")),
            Map.entry("java.sql.Connection", Set.of("prepareStatement", "prepareCall")),
            Map.entry("org.springframework.jdbc.core.JdbcOperations", Set.of("execute", "update", "batchUpdate")),
            Map.entry("org.springframework.jdbc.core.JdbcTemplate", Set.of("execute", "update", "batchUpdate")),
            Map.entry(
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations",
                    Set.of("execute", "update")),
            Map.entry(
                    "org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate", Set.of("execute", "update")),
            Map.entry("org.springframework.jdbc.core.simple.JdbcClient", Set.of("sql")),
            Map.entry("org.springframework.r2dbc.core.DatabaseClient", Set.of("sql")),
            Map.entry("io.r2dbc.spi.Connection", Set.of("createStatement")),
            Map.entry("org.jooq.DSLContext", Set.of("execute", "query", "batch")),
            Map.entry(
                    "org.jdbi.v3.core.Handle",
                    Set.of("execute", "createUpdate", "createScript", "createCall", "prepareBatch")),
            Map.entry("org.skife.jdbi.v2.Handle", Set.of("execute", "update", "createStatement", "createScript")),
            Map.entry("jakarta.persistence.EntityManager", JPA),
            Map.entry("javax.persistence.EntityManager", JPA),
            Map.entry("org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager", JPA),
            Map.entry("org.hibernate.query.QueryProducer", JPA),
            Map.entry("org.hibernate.Session", JPA),
            Map.entry("org.hibernate.StatelessSession", JPA),
            Map.entry("groovy.sql.Sql", Set.of("execute", "executeUpdate"))));
    private static final Set<String> BY_NAME = Set.of("execute", "executeUpdate", "update");

    private final ClassIndex index;

    ExecutedSql(ClassIndex index) {
        this.index = index;
    }

    /**
     * The SQL that a call executes.
     *
     * @param call the call
     * @return what of it is constant; empty if the call executes none
     */
    List<String> of(Step.Call call) {
        if (isExecuting(call)) {
            return texts(call.argument(0)).toList();
        }
        Optional<Method> own = index.isOwn(call.owner()) ? declared(call) : Optional.empty();
        return own.stream()
                .flatMap(method -> IntStream.range(0, call.arguments().size())
                        .boxed()
                        .filter(argument ->
                                texts(call.argument(argument)).findAny().isPresent())
                        .filter(argument -> isPassedOn(method, argument, DEEPEST))
                        .flatMap(argument -> texts(call.argument(argument))))
                .toList();
    }

    /** Whether the first argument is SQL that is executed. */
    private boolean isExecuting(Step.Call call) {
        if (call.kind() == CallKind.DYNAMIC) {
            return BY_NAME.contains(call.name());
        }
        return EXECUTING.contain(call, index);
    }

    /** Whether a method always executes what it gets as a parameter. */
    private boolean isPassedOn(Method method, int argument, int depth) {
        Value parameter = parameter(method, argument);
        return depth > 0
                && method.calls()
                        .filter(call -> !call.conditional())
                        .anyMatch(call -> (isExecuting(call) && call.argument(0).equals(parameter))
                                || isPassedOn(call, parameter, depth - 1));
    }

    private boolean isPassedOn(Step.Call call, Value parameter, int depth) {
        int argument = call.arguments().indexOf(parameter);
        return argument >= 0
                && index.isOwn(call.owner())
                && declared(call)
                        .map(method -> isPassedOn(method, argument, depth))
                        .orElse(false);
    }

    private Optional<Method> declared(Step.Call call) {
        return index.own(call.owner()).stream()
                .flatMap(file -> index.lineage(file).stream())
                .flatMap(file -> file.method(call.name(), call.target().descriptor()).stream())
                .findFirst();
    }

    private static Value parameter(Method method, int argument) {
        Type[] types = Type.getArgumentTypes(method.ref().descriptor());
        int slot = method.isStatic() ? 0 : 1;
        for (int each = 0; each < argument; each++) {
            slot += types[each].getSize();
        }
        return new Value.Parameter(slot);
    }

    private Stream<String> texts(Value value) {
        String text = value.text();
        if (text != null) {
            return Stream.of(text);
        } else if (value instanceof Value.Concatenation concatenation) {
            return Stream.of(concatenation.recipe());
        } else if (value instanceof Value.FieldValue field) {
            return index.find(field.owner()).flatMap(file -> file.field(field.name())).stream()
                    .map(each -> each.constant())
                    .filter(String.class::isInstance)
                    .map(String.class::cast);
        }
        boolean isText = value instanceof Value.Derived
                || (value instanceof Value.Result result && result.owner().equals("java.lang.String"));
        return isText ? value.from().stream().flatMap(this::texts) : Stream.empty();
    }
}
