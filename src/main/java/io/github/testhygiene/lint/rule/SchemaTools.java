package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows the calls of libraries that make, or remove, a schema. */
final class SchemaTools {

    private static final Map<String, Set<String>> MAKING = Map.of(
            "org.flywaydb.core.Flyway", Set.of("clean"),
            "liquibase.Liquibase", Set.of("dropAll"),
            "org.hibernate.tool.hbm2ddl.SchemaExport",
                    Set.of("create", "createOnly", "drop", "execute", "perform", "doExecution"),
            "org.hibernate.tool.hbm2ddl.SchemaUpdate", Set.of("execute"),
            "org.hibernate.relational.SchemaManager",
                    Set.of("exportMappedObjects", "dropMappedObjects", "create", "drop"),
            "jakarta.persistence.SchemaManager", Set.of("create", "drop"));
    private static final Map<String, Set<String>> CHECKING = Map.of(
            "org.flywaydb.core.Flyway", Set.of("migrate"),
            "liquibase.Liquibase", Set.of("update"));
    private static final Pattern OF_JOOQ = Pattern.compile(
            "(create|drop)(Unique|Materialized)?(Table|Schema|Index|Type|View|Sequence|Domain)(IfExists)?|alter(Table|Type|View|Domain)(IfExists)?");

    private static final Set<String> JOOQ = Set.of("org.jooq.DSLContext");
    private static final CalledMethods MAKERS = new CalledMethods(MAKING);
    private static final CalledMethods CHECKERS = new CalledMethods(CHECKING);

    private final ClassIndex index;

    SchemaTools(ClassIndex index) {
        this.index = index;
    }

    /**
     * What a call makes or removes the schema with.
     *
     * @param call the call
     * @return for example {@code Flyway.clean}; empty if it does not
     */
    Optional<String> making(Step.Call call) {
        boolean isJooq =
                index.isA(call.owner(), JOOQ) && OF_JOOQ.matcher(call.name()).matches();
        return isJooq || MAKERS.contain(call, index) ? Optional.of(name(call)) : Optional.empty();
    }

    /**
     * What a call migrates with, which changes nothing where it was done before.
     *
     * @param call the call
     * @return for example {@code Flyway.migrate}; empty if it does not
     */
    Optional<String> checking(Step.Call call) {
        // Liquibase can also write down what it would do.
        boolean isDone = !call.target().descriptor().contains("Ljava/io/Writer;");
        return isDone && CHECKERS.contain(call, index) ? Optional.of(name(call)) : Optional.empty();
    }

    /**
     * Whether a call is one to a tool that migrates or makes schemas, be it only to ask.
     *
     * @param call the call
     */
    boolean isTool(Step.Call call) {
        return MAKING.containsKey(call.owner()) || making(call).isPresent();
    }

    private static String name(Step.Call call) {
        return call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.name();
    }
}
