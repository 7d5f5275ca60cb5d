package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.TestClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether a test class's Spring context gets its database from the tests' code, whatever files say. */
final class OwnDatabase {

    private static final Set<String> CONNECTED = Set.of(
            "org.springframework.boot.testcontainers.service.connection.ServiceConnection",
            "org.springframework.test.context.DynamicPropertySource",
            "io.zonky.test.db.AutoConfigureEmbeddedDatabase");
    private static final String REGISTRAR = "Lorg/springframework/test/context/DynamicPropertyRegistrar;";

    private final LintContext context;

    OwnDatabase(LintContext context) {
        this.context = context;
    }

    /**
     * Whether it does.
     *
     * @param testClass the class
     * @return true if it, its configurations, or what these import, connect a container or register properties
     */
    boolean isConnectedTo(TestClass testClass) {
        Deque<ClassFile> open = new ArrayDeque<>(testClass.lineage());
        context.annotations().ofClass(testClass.file()).stream()
                .flatMap(placed -> Stream.concat(
                        Stream.of(placed.on().name()), placed.use().allClasses()))
                .flatMap(name -> context.index().own(name).stream())
                .forEach(open::add);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ClassFile file = open.poll();
            if (!seen.add(file.name())) {
                continue;
            }
            if (isConnected(file)) {
                return true;
            }
            open.addAll(context.index().lineage(file));
            Stream.concat(
                            file.members().stream(),
                            context.annotations().all(file.annotations()).stream()
                                    .flatMap(AnnotationUse::allClasses))
                    .flatMap(name -> context.index().own(name).stream())
                    .forEach(open::add);
        }
        return false;
    }

    private boolean isConnected(ClassFile file) {
        Stream<List<AnnotationUse>> at = Stream.of(
                        Stream.of(file.annotations()),
                        file.fields().stream().map(field -> field.annotations()),
                        file.methods().stream().map(Method::annotations))
                .flatMap(each -> each);
        return at.anyMatch(annotations -> context.annotations().has(annotations, CONNECTED))
                || file.methods().stream()
                        .anyMatch(method -> method.ref().descriptor().endsWith(REGISTRAR));
    }
}
