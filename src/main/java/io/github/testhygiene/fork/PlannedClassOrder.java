package io.github.testhygiene.fork;

import java.util.Comparator;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Puts classes into the order that the re-run's plan asks for. */
public final class PlannedClassOrder implements ClassOrderer {

    /** For JUnit. */
    public PlannedClassOrder() {}

    @Override
    public void orderClasses(ClassOrdererContext context) {
        PlannedOrder order = PlannedOrder.current();
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(descriptor -> order.rank(descriptor.getTestClass())));
    }
}
