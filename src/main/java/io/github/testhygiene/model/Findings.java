package io.github.testhygiene.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes findings, with fingerprints that stay the same from build to build. */
public final class Findings {

    private Findings() {}

    /**
     * A finding about a test, a class or the suite.
     *
     * @param rule what it is about
     * @param className the class; empty for the suite
     * @param methodName the method; null for a class or the suite
     * @param message what was seen
     * @param advice what to do
     * @return a finding that is not accepted
     */
    public static Finding of(Rule rule, String className, @Nullable String methodName, String message, String advice) {
        return of(rule, rule.severity(), className, methodName, "", message, advice);
    }

    /**
     * A finding that is better or worse than others of its rule, or one of several about the same test.
     *
     * @param rule what it is about
     * @param severity how bad it is
     * @param className the class; empty for the suite
     * @param methodName the method; null for a class or the suite
     * @param detail what tells it from other findings of the rule about the same test, such as a table; empty if nothing
     * @param message what was seen
     * @param advice what to do
     * @return a finding that is not accepted
     */
    public static Finding of(
            Rule rule,
            Severity severity,
            String className,
            @Nullable String methodName,
            String detail,
            String message,
            String advice) {
        String method = methodName == null ? "" : methodName;
        return new Finding(
                rule.label(),
                severity,
                className,
                methodName,
                message,
                advice,
                rule.docs(),
                detail.isEmpty()
                        ? fingerprint(rule.label(), className, method)
                        : fingerprint(rule.label(), className, method, detail),
                false);
    }

    private static String fingerprint(String... parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
