package io.github.testhygiene.fork;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Puts the methods of a class into the order that the re-run's plan asks for. */
public final class PlannedMethodOrder implements MethodOrderer {

    /** For JUnit. */
    public PlannedMethodOrder() {}

    @Override
    public void orderMethods(MethodOrdererContext context) {
        Class<?> type = context.getTestClass();
        Map<String, Integer> ranks = PlannedOrder.current()
                .ofMethods(context.getMethodDescriptors().stream()
                        .map(descriptor -> key(type, descriptor))
                        .toList());
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(
                        descriptor -> ranks.getOrDefault(key(type, descriptor), Integer.MAX_VALUE)));
    }

    private static String key(Class<?> type, MethodDescriptor descriptor) {
        Method method = descriptor.getMethod();
        return PlannedOrder.methodKey(type, method.getName(), method.getParameterTypes());
    }

    /** Says nothing about parallel execution, which a re-run has switched off. */
    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
        return Optional.empty();
    }
}
