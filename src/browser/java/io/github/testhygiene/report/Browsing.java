package io.github.testhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser of the run, and holds after each that its pages were quiet. */
final class Browsing implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Browsing.class);

    /** Ends with the run of all tests. */
    private record Shared(Chromium chromium) implements CloseableResource {

        @Override
        public void close() {
            chromium.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return chromium(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(chromium(context).closeTabs())
                .as("errors, and requests to a network")
                .isEmpty();
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, type -> new Shared(new Chromium()), Shared.class)
                .chromium();
    }
}
