package io.github.testhygiene.fork;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Tells tests' own methods and their fixtures apart. Silent unless a re-run measures: it lies on the class path of the
 * user's own run, too. What an invocation returns or throws is never changed.
 */
public final class BodyInterceptor implements InvocationInterceptor {

    /** For JUnit. */
    public BodyInterceptor() {}

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        measured(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        measured(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return measured(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        measured(invocation, context);
    }

    private static <T> T measured(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        BodyTimes bodyTimes = BodyTimes.current();
        BodyTimes.Body body = bodyTimes == null ? null : bodyTimes.of(context.getUniqueId());
        if (body == null) {
            return invocation.proceed();
        }
        body.begins();
        try {
            return invocation.proceed();
        } finally {
            body.ends();
        }
    }
}
