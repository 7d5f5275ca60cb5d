package io.github.testhygiene.fork;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Puts the methods of a class into the order that the re-run's plan asks for. */
public final class PlannedMethodOrder implements MethodOrderer {

    /** For JUnit. */
    public PlannedMethodOrder() {}

    @Override
    public void orderMethods(MethodOrdererContext context) {
        PlannedOrder order = PlannedOrder.current();
        context.getMethodDescriptors().sort(Comparator.comparingInt(descriptor -> {
            Method method = descriptor.getMethod();
            return order.rank(context.getTestClass(), method.getName(), method.getParameterTypes());
        }));
    }

    /** Says nothing about parallel execution, which a re-run has switched off. */
    @Override
    public Optional<ExecutionMode> getDefaultExecutionMode() {
        return Optional.empty();
    }
}
