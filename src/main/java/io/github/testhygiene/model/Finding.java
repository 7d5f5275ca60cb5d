package io.github.testhygiene.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that should be mended.
 *
 * @param rule the rule's id, for example {@code victim}
 * @param severity how bad it is
 * @param className the class it is about; empty for the suite as a whole
 * @param methodName the method; null for a class or the suite
 * @param message what was seen, in one sentence
 * @param advice what to do, in one sentence
 * @param docs where to read on
 * @param fingerprint the same for the same finding in every build
 * @param accepted whether the project has accepted it, so that it fails no build
 * @param file the source file, relative to the module's folder and with slashes; null if it is not known
 * @param line the line in it, from 1; null if it is not known
 */
public record Finding(
        String rule,
        Severity severity,
        String className,
        @Nullable String methodName,
        String message,
        String advice,
        String docs,
        String fingerprint,
        boolean accepted,
        @Nullable String file,
        @Nullable Integer line) {

    /** Checks that what a person reads is there. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(docs, "docs");
        Objects.requireNonNull(fingerprint, "fingerprint");
        if (line != null && line < 1) {
            throw new IllegalArgumentException("no line of a file: " + line);
        }
    }

    /**
     * A finding that is at no place in the sources.
     *
     * @param rule the rule's id
     * @param severity how bad it is
     * @param className the class it is about; empty for the suite as a whole
     * @param methodName the method; null for a class or the suite
     * @param message what was seen
     * @param advice what to do
     * @param docs where to read on
     * @param fingerprint the same for the same finding in every build
     * @param accepted whether the project has accepted it
     */
    public Finding(
            String rule,
            Severity severity,
            String className,
            @Nullable String methodName,
            String message,
            String advice,
            String docs,
            String fingerprint,
            boolean accepted) {
        this(rule, severity, className, methodName, message, advice, docs, fingerprint, accepted, null, null);
    }

    /**
     * What the finding is about, in the form that a person recognises.
     *
     * @return for example {@code OrderIT.counts}, {@code OrderIT} for a class; empty for the suite as a whole
     */
    public String subject() {
        String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        return methodName == null ? simple : simple + "." + methodName;
    }

    /**
     * Whether it is a mere remark: milder than its rule. Remarks fail no build.
     *
     * @return false for findings of rules that are no more than that themselves
     */
    public boolean isRemark() {
        return severity == Severity.INFO
                && Rule.of(rule).map(each -> each.severity() != Severity.INFO).orElse(false);
    }

    /**
     * The same finding, taken more or less seriously.
     *
     * @param other how bad it is
     * @return everything else as here
     */
    public Finding withSeverity(Severity other) {
        return new Finding(
                rule, other, className, methodName, message, advice, docs, fingerprint, accepted, file, line);
    }

    /**
     * The same finding, at a place in the sources.
     *
     * @param path the file, relative to the module's folder; null if it is not known
     * @param number the line in it, from 1; null if it is not known
     * @return everything else as here
     */
    public Finding at(@Nullable String path, @Nullable Integer number) {
        return new Finding(
                rule, severity, className, methodName, message, advice, docs, fingerprint, accepted, path, number);
    }

    /**
     * The same finding, accepted by the project.
     *
     * @return everything else as here
     */
    public Finding asAccepted() {
        return new Finding(rule, severity, className, methodName, message, advice, docs, fingerprint, true, file, line);
    }
}
