package io.github.testhygiene.maven;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;

/**
 * Runs something when the Maven session ends, whether it succeeded or failed. Maven offers that to extensions only; a
 * plugin that users need not declare as one can put itself in front of the session's execution listener.
 */
public final class SessionEnd {

    private SessionEnd() {}

    /**
     * Arranges for an action at the session's end.
     *
     * @param session the session
     * @param action what to do; must not throw
     */
    public static void call(MavenSession session, Runnable action) {
        ExecutionListener listener = session.getRequest().getExecutionListener();
        ExecutionListener original = listener == null ? new AbstractExecutionListener() : listener;
        // A proxy, since every Maven version adds methods to the interface.
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return method.invoke(original, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (method.getName().equals("sessionEnded")) {
                    action.run();
                }
            }
        };
        session.getRequest().setExecutionListener((ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(), new Class<?>[] {ExecutionListener.class}, handler));
    }
}
