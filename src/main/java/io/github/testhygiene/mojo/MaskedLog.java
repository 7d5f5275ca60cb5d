package io.github.testhygiene.mojo;

import io.github.testhygiene.model.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log without secrets. What a server or a driver says may hold what it was told, and the log of a CI server is read by
 * many.
 *
 * @param log where the lines go
 * @param secrets what is known to be secret by now
 */
record MaskedLog(Log log, Supplier<Secrets> secrets) implements Log {

    private String masked(CharSequence content) {
        return secrets.get().mask(String.valueOf(content));
    }

    /** A stack trace as text, since the messages in it cannot be changed. */
    private String masked(CharSequence content, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        return masked(content + System.lineSeparator() + trace);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(masked(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(masked(content, error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(masked("", error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(masked(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(masked(content, error));
    }

    @Override
    public void info(Throwable error) {
        log.info(masked("", error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(masked(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(masked(content, error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(masked("", error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(masked(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(masked(content, error));
    }

    @Override
    public void error(Throwable error) {
        log.error(masked("", error));
    }
}
