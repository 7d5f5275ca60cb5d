package io.github.testhygiene.fork;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Puts classes into the order that the re-run's plan asks for. */
public final class PlannedClassOrder implements ClassOrderer {

    /** For JUnit. */
    public PlannedClassOrder() {}

    @Override
    public void orderClasses(ClassOrdererContext context) {
        Map<String, Integer> ranks = PlannedOrder.current()
                .ofClasses(context.getClassDescriptors().stream()
                        .map(PlannedClassOrder::name)
                        .toList());
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(descriptor -> ranks.getOrDefault(name(descriptor), Integer.MAX_VALUE)));
    }

    private static String name(ClassDescriptor descriptor) {
        return descriptor.getTestClass().getName();
    }
}
