package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where tests bring a PostgreSQL of their own. */
final class OwnServers {

    /** The same class in Testcontainers 1.x and 2.x. */
    private static final Set<String> CONTAINERS = Set.of(
            "org.testcontainers.containers.PostgreSQLContainer", "org.testcontainers.postgresql.PostgreSQLContainer");

    private static final Set<String> GENERIC = Set.of("org.testcontainers.containers.GenericContainer");
    private static final Pattern IMAGE =
            Pattern.compile("(?:[\\w.:-]+/)*(?:postgres|postgresql|postgis|pgvector|timescaledb)(?:[:@].*)?");

    private static final Map<String, Set<String>> EMBEDDED = Map.of(
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres", Set.of("start", "builder"),
            "com.opentable.db.postgres.embedded.EmbeddedPostgres", Set.of("start", "builder"),
            "io.zonky.test.db.postgres.embedded.PreparedDbProvider", Set.of("forPreparer"),
            "io.zonky.test.db.postgres.junit5.EmbeddedPostgresExtension", Set.of("singleInstance", "preparedDatabase"),
            "com.opentable.db.postgres.junit5.EmbeddedPostgresExtension", Set.of("singleInstance", "preparedDatabase"),
            "io.zonky.test.db.postgres.junit.EmbeddedPostgresRules", Set.of("singleInstance", "preparedDatabase"),
            "com.opentable.db.postgres.junit.EmbeddedPostgresRules", Set.of("singleInstance", "preparedDatabase"));

    private OwnServers() {}

    /**
     * The server that a step makes.
     *
     * @param step a step
     * @param index knows what classes extend
     * @return the name of its class; empty if it makes none
     */
    static Optional<String> made(Step step, ClassIndex index) {
        if (step instanceof Step.LambdaUse lambda) {
            boolean isMade = lambda.target().name().equals("<init>")
                    && index.isA(lambda.target().owner(), CONTAINERS);
            return isMade ? Optional.of(ClassFile.simpleName(lambda.target().owner())) : Optional.empty();
        } else if (!(step instanceof Step.Call)) {
            return Optional.empty();
        }
        Step.Call call = (Step.Call) step;
        boolean isContainer = call.isConstruction() && isContainer(call, index);
        boolean isEmbedded = EMBEDDED.getOrDefault(call.owner(), Set.of()).contains(call.name());
        return isContainer || isEmbedded ? Optional.of(ClassFile.simpleName(call.owner())) : Optional.empty();
    }

    /** A subclass's constructor, which calls that of its superclass, makes nothing by itself. */
    private static boolean isContainer(Step.Call call, ClassIndex index) {
        if (!(call.receiver() instanceof Value.Created)) {
            return false;
        }
        return index.isA(call.owner(), CONTAINERS)
                || (index.isA(call.owner(), GENERIC)
                        && call.arguments().stream().anyMatch(argument -> argument.contains(OwnServers::isImage)));
    }

    private static boolean isImage(Value value) {
        String text = value.text();
        return text != null && IMAGE.matcher(text).matches();
    }
}
