package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.Step;
import java.util.Objects;
import java.util.Set;

/** The types of servers that tests start for themselves. */
final class ContainerTypes {

    /** Testcontainers 1.x and 2.x have these in the same packages; what extends them moved. */
    private static final Set<String> STARTABLE = Set.of(
            "org.testcontainers.containers.GenericContainer",
            "org.testcontainers.containers.JdbcDatabaseContainer",
            "org.testcontainers.containers.DockerComposeContainer",
            "org.testcontainers.containers.ComposeContainer");

    /** What a field may be declared as; of the tests' own, it may be anything that starts, such as the application. */
    private static final String ANYTHING = "org.testcontainers.lifecycle.Startable";

    private static final Set<String> EMBEDDED = Set.of(
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres$Builder",
            "com.opentable.db.postgres.embedded.EmbeddedPostgres",
            "com.opentable.db.postgres.embedded.EmbeddedPostgres$Builder");

    /** JUnit starts these around each test, whatever field they are in; the prepared ones share a server. */
    private static final Set<String> EMBEDDED_EACH = Set.of(
            "io.zonky.test.db.postgres.junit5.SingleInstancePostgresExtension",
            "com.opentable.db.postgres.junit5.SingleInstancePostgresExtension");

    private static final Set<String> EMBEDDED_RULES = Set.of(
            "io.zonky.test.db.postgres.junit.SingleInstancePostgresRule",
            "com.opentable.db.postgres.junit.SingleInstancePostgresRule");

    private final ClassIndex index;

    ContainerTypes(ClassIndex index) {
        this.index = index;
    }

    /** Whether it is a container of Testcontainers, also one that is not on the class path. */
    boolean isContainer(String type) {
        return type.equals(ANYTHING)
                || index.isA(type, STARTABLE)
                || (type.startsWith("org.testcontainers.") && type.endsWith("Container"));
    }

    /** Whether its {@code start()} starts another PostgreSQL each time. */
    boolean isEmbedded(String type) {
        return EMBEDDED.contains(type);
    }

    /** Whether it is an extension that starts a PostgreSQL for each test, even from a static field. */
    boolean isEmbeddedExtension(String type) {
        return index.isA(type, EMBEDDED_EACH);
    }

    /** Whether JUnit 4 starts it. */
    boolean isRule(String type) {
        return isContainer(type) || index.isA(type, EMBEDDED_RULES);
    }

    /** Whether it is one of the tests' own that survives being stopped: its {@code stop()} does not call the library's. */
    boolean outlivesStop(String type) {
        return index.own(type).stream()
                .flatMap(file -> index.lineage(file).stream())
                .map(file -> file.method("stop", "()V").orElse(null))
                .filter(Objects::nonNull)
                .anyMatch(stop -> stop.calls().noneMatch(call -> call.name().equals("stop")));
    }

    /** Whether a method asks that a container is kept for the next one who wants the same. */
    static boolean reuses(Method method) {
        return method.calls().anyMatch(ContainerTypes::reuses);
    }

    private static boolean reuses(Step.Call call) {
        return call.name().equals("withReuse")
                && !Integer.valueOf(0).equals(call.argument(0).number());
    }
}
