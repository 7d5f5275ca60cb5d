package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds URLs of Testcontainers' JDBC driver, which stops a container with its last connection. */
final class ContainerUrls {

    private static final Set<String> SETTERS =
            Set.of("getConnection", "setUrl", "setURL", "setJdbcUrl", "url", "jdbcUrl");
    private static final Set<String> KEPT = Set.of("tc_daemon=true", "tc_reusable=true");

    private ContainerUrls() {}

    /**
     * The URL that a call connects to.
     *
     * @param code code that is executed for each test
     * @param call one of its calls
     * @param context knows where else the URL is used
     * @return empty if it is none of these, or the container is kept
     */
    static Optional<String> find(ReachedCode code, Step.Call call, LintContext context) {
        boolean takesUrl = SETTERS.contains(call.name())
                || (call.isConstruction() && call.owner().endsWith("DataSource"));
        if (!takesUrl) {
            return Optional.empty();
        }
        return call.arguments().stream()
                .map(argument -> argument.text())
                .filter(Objects::nonNull)
                .filter(text -> text.startsWith("jdbc:tc:") && !isKept(text))
                .filter(text -> !isUsedForAllTests(text, context))
                .findFirst();
    }

    private static boolean isKept(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return KEPT.stream().anyMatch(lower::contains);
    }

    /** A connection that stays open for the class keeps the container. */
    private static boolean isUsedForAllTests(String url, LintContext context) {
        return context.scope().reached().stream()
                .filter(code -> !code.perTest())
                .flatMap(code -> code.method().steps().stream())
                .anyMatch(step ->
                        step instanceof Step.Literal literal && literal.text().equals(url));
    }
}
