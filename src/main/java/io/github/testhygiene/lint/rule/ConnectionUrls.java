package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The URLs of databases in code that are for connecting: those that flow into a call that connects or that makes a data
 * source, and those that are the value of a setting. A URL that is only parsed or compared, and one that is used when the
 * environment names no other, is none of them.
 */
final class ConnectionUrls {

    /**
     * A URL in use.
     *
     * @param url the URL
     * @param by the call that gets it
     */
    record Use(DatabaseUrl url, Step.Call by) {}

    /** Keys of settings such as {@code spring.datasource.url}. */
    static final Pattern KEY = Pattern.compile(
            "(?i)(?=.*(?:datasource|jdbc|r2dbc|database|db|hibernate|persistence|flyway|liquibase|postgres))"
                    + "[%\\w.\\-\\[\\]\"]*(?:url|uri|jdbc|reactive\\.url)");

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:--|-D)?(?<key>[^=:\\s]+)[=:]\\s*(?<url>(?:jdbc|r2dbcs?):.*)");

    private static final Set<String> SETTERS = Set.of(
            "setProperty",
            "put",
            "of",
            "entry",
            "singletonMap",
            "add",
            "with",
            "set",
            "addProperty",
            "withProperty",
            "property",
            "config",
            "applySetting",
            "setSystemProperty",
            "systemProperty");

    private static final Set<String> ENVIRONMENT = Set.of("getenv", "getProperty", "getBoolean", "getInteger");

    private ConnectionUrls() {}

    /**
     * The URLs that a method connects with.
     *
     * @param code the method
     * @param context knows the methods and fields that URLs come from
     * @return in the order of its steps
     */
    static List<Use> find(ReachedCode code, LintContext context) {
        List<Step.Call> calls =
                code.method().calls().filter(call -> mayPass(call, context)).toList();
        if (calls.isEmpty()) {
            return List.of();
        }
        boolean asksEnvironment = code.method().calls().anyMatch(call -> ENVIRONMENT.contains(call.name()));
        return calls.stream()
                .filter(call -> !(asksEnvironment && call.conditional()))
                .flatMap(call -> find(call, code, context))
                .distinct()
                .toList();
    }

    /** Most calls can be told from those that pass URLs by their names. */
    private static boolean mayPass(Step.Call call, LintContext context) {
        return SETTERS.contains(call.name())
                || call.owner().startsWith("org.springframework.")
                || context.index().isOwn(call.owner())
                || ConnectingCalls.connects(call, context.index());
    }

    private static Stream<Use> find(Step.Call call, ReachedCode code, LintContext context) {
        ConstantStrings constantStrings = new ConstantStrings(context);
        if (ConnectingCalls.connects(call, context.index())) {
            return uses(call, call.arguments().stream().flatMap(constantStrings::of));
        } else if (isAssertion(call)) {
            return Stream.empty();
        }
        // Spring's ways to set properties; anything else may do with such a text what it likes.
        Stream<String> assigned = call.owner().startsWith("org.springframework.")
                ? call.arguments().stream().flatMap(constantStrings::of).flatMap(text -> assigned(text).stream())
                : Stream.empty();
        Stream<String> settings =
                SETTERS.contains(call.name()) ? beside(call.arguments()).flatMap(constantStrings::of) : Stream.empty();
        Stream<String> passed = ConnectingCalls.passing(call, context.index()).flatMap(constantStrings::of);
        return uses(
                call,
                Stream.of(assigned, settings, passed).flatMap(each -> each).filter(url -> !isCompared(url, code)));
    }

    private static Stream<Use> uses(Step.Call call, Stream<String> constantStrings) {
        return constantStrings.flatMap(text -> DatabaseUrl.of(text).stream()).map(url -> new Use(url, call));
    }

    /** The URL in {@code spring.datasource.url=jdbc:…}. */
    static Optional<String> assigned(String text) {
        Matcher assignment = ASSIGNMENT.matcher(text.strip());
        return assignment.matches() && KEY.matcher(assignment.group("key")).matches()
                ? Optional.of(assignment.group("url"))
                : Optional.empty();
    }

    /** What stands behind the key of a setting. */
    private static Stream<Value> beside(List<Value> given) {
        return Stream.iterate(1, index -> index < given.size(), index -> index + 1)
                .filter(index -> isKey(given.get(index - 1)))
                .map(given::get);
    }

    private static boolean isKey(Value value) {
        String text = value.text();
        return text != null && KEY.matcher(text).matches();
    }

    private static boolean isCompared(String url, ReachedCode code) {
        return code.method().calls().filter(ConnectionUrls::isAssertion).anyMatch(call -> Stream.concat(
                        Stream.of(call.receiver()), call.arguments().stream())
                .anyMatch(value -> value.contains(each -> url.equals(each.text()) || isAssigned(each, url))));
    }

    private static boolean isAssigned(Value value, String url) {
        String text = value.text();
        return text != null && text.endsWith(url);
    }

    private static boolean isAssertion(Step.Call call) {
        return call.name().startsWith("assert")
                || call.name().startsWith("contains")
                || call.name().startsWith("has")
                || call.name().startsWith("isEqualTo")
                || call.name().equals("equals")
                || call.name().equals("verify");
    }
}
