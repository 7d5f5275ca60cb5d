package io.github.testhygiene.fork;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * Finds classes whose tests have an order that the engine will keep whatever default orderer is set: declared by an
 * annotation, directly, through a composed annotation, on a superclass or on an interface.
 */
final class DeclaredOrder {

    // By name: not every project has every framework.
    private static final Set<String> ANNOTATIONS = Set.of(
            "org.junit.jupiter.api.TestMethodOrder",
            "org.junit.jupiter.api.TestClassOrder",
            "org.junit.jupiter.api.ClassTemplate",
            "org.junit.FixMethodOrder",
            "spock.lang.Stepwise");

    private DeclaredOrder() {}

    static boolean isDeclaredBy(ClassSource source) {
        try {
            return isDeclaredBy(source.getJavaClass(), new HashSet<>());
        } catch (RuntimeException | LinkageError e) {
            // A class that cannot be loaded here declares nothing that we could keep.
            return false;
        }
    }

    private static boolean isDeclaredBy(@Nullable Class<?> type, Set<String> seen) {
        if (type == null || !seen.add(type.getName())) {
            return false;
        }
        return isAnnotated(type.getDeclaredAnnotations(), seen)
                || isDeclaredBy(type.getSuperclass(), seen)
                || Arrays.stream(type.getInterfaces()).anyMatch(each -> isDeclaredBy(each, seen));
    }

    private static boolean isAnnotated(Annotation[] annotations, Set<String> seen) {
        for (Annotation annotation : annotations) {
            Class<?> type = annotation.annotationType();
            if (ANNOTATIONS.contains(type.getName())
                    || (seen.add(type.getName())
                            && !type.getName().startsWith("java.")
                            && isAnnotated(type.getDeclaredAnnotations(), seen))) {
                return true;
            }
        }
        return false;
    }
}
