package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings of a JVM, or of a thread that tests share, and the calls that change them. */
final class GlobalSettings {

    /**
     * A setting.
     *
     * @param name how a reader knows it
     * @param types the classes that declare the calls
     * @param setters the calls that change it
     * @param resetters the calls that only take it back
     * @param hasKeys whether the first argument says which of many it is
     */
    record Setting(String name, Set<String> types, Set<String> setters, Set<String> resetters, boolean hasKeys) {}

    /**
     * A call that changes or restores a setting.
     *
     * @param setting the setting
     * @param key which of many it is; null if there is one only, or nobody knows
     * @param sets whether it may leave the setting changed
     */
    record Change(Setting setting, @Nullable String key, boolean sets) {

        /** Whether one that follows may restore what this one changed. */
        boolean isUndoneBy(Change other) {
            boolean sameKey = key == null || other.key() == null || key.equals(other.key());
            return (setting.equals(other.setting()) && sameKey)
                    || (setting.equals(PROPERTY) && other.setting().equals(PROPERTIES));
        }

        /** What tells it from others. */
        String detail() {
            return key == null ? setting.name() : setting.name() + " " + key;
        }

        /** The setting as a reader knows it. */
        String text() {
            return "the " + setting.name() + (key == null ? "" : " `" + key + "`");
        }
    }

    private static final String SYSTEM = "java.lang.System";
    private static final String SECURITY = "org.springframework.security.core.context.";
    private static final String JODA = "org.joda.time.DateTimeUtils";

    static final Setting PROPERTY =
            new Setting("system property", Set.of(SYSTEM), Set.of("setProperty", "clearProperty"), Set.of(), true);
    static final Setting PROPERTIES =
            new Setting("system properties", Set.of(SYSTEM), Set.of("setProperties"), Set.of(), false);
    static final Setting LOCALE =
            new Setting("default locale", Set.of("java.util.Locale"), Set.of("setDefault"), Set.of(), false);
    static final Setting TIME_ZONE =
            new Setting("default time zone", Set.of("java.util.TimeZone"), Set.of("setDefault"), Set.of(), false);
    static final Setting STANDARD_OUTPUT =
            new Setting("standard output", Set.of(SYSTEM), Set.of("setOut"), Set.of(), false);
    static final Setting STANDARD_ERROR =
            new Setting("standard error", Set.of(SYSTEM), Set.of("setErr"), Set.of(), false);
    static final Setting STANDARD_INPUT =
            new Setting("standard input", Set.of(SYSTEM), Set.of("setIn"), Set.of(), false);
    static final Setting SECURITY_CONTEXT = new Setting(
            "security context",
            Set.of(
                    SECURITY + "SecurityContextHolder",
                    SECURITY + "SecurityContext",
                    "org.springframework.security.test.context.TestSecurityContextHolder"),
            Set.of("setContext", "setAuthentication"),
            Set.of("clearContext"),
            false);
    static final Setting REQUEST = new Setting(
            "request of the thread",
            Set.of("org.springframework.web.context.request.RequestContextHolder"),
            Set.of("setRequestAttributes"),
            Set.of("resetRequestAttributes"),
            false);

    private static final List<Setting> ALL = List.of(
            PROPERTY,
            PROPERTIES,
            LOCALE,
            TIME_ZONE,
            STANDARD_OUTPUT,
            STANDARD_ERROR,
            STANDARD_INPUT,
            SECURITY_CONTEXT,
            REQUEST,
            new Setting(
                    "default handler of uncaught exceptions",
                    Set.of("java.lang.Thread"),
                    Set.of("setDefaultUncaughtExceptionHandler"),
                    Set.of(),
                    false),
            new Setting(
                    "security provider",
                    Set.of("java.security.Security"),
                    Set.of("addProvider", "insertProviderAt"),
                    Set.of("removeProvider"),
                    false),
            new Setting("security property", Set.of("java.security.Security"), Set.of("setProperty"), Set.of(), true),
            new Setting(
                    "logging context (MDC)",
                    Set.of("org.slf4j.MDC", "org.jboss.logging.MDC"),
                    Set.of("put", "setContextMap"),
                    Set.of("remove", "clear"),
                    true),
            new Setting(
                    "locale of the thread",
                    Set.of("org.springframework.context.i18n.LocaleContextHolder"),
                    Set.of("setLocale", "setLocaleContext", "setDefaultLocale"),
                    Set.of("resetLocaleContext"),
                    false),
            new Setting(
                    "clock of Joda-Time",
                    Set.of(JODA),
                    Set.of("setCurrentMillisFixed", "setCurrentMillisOffset", "setCurrentMillisProvider"),
                    Set.of("setCurrentMillisSystem"),
                    false),
            new Setting("default proxy", Set.of("java.net.ProxySelector"), Set.of("setDefault"), Set.of(), false),
            new Setting(
                    "default authenticator", Set.of("java.net.Authenticator"), Set.of("setDefault"), Set.of(), false),
            new Setting(
                    "handler of URLs", Set.of("java.net.URL"), Set.of("setURLStreamHandlerFactory"), Set.of(), false));

    private static final Set<String> TYPES =
            ALL.stream().flatMap(setting -> setting.types().stream()).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STREAMS = Set.of("out", "err", "in");

    private static final Set<String> GETTERS = Set.of(
            "getDefault",
            "getProperty",
            "getProperties",
            "getContext",
            "getRequestAttributes",
            "getCopyOfContextMap",
            "get",
            "getLocale",
            "getLocaleContext",
            "getDefaultUncaughtExceptionHandler");

    private final ValueOrigins origins;

    GlobalSettings(ClassIndex index) {
        this.origins = new ValueOrigins(index);
    }

    /** What a call changes; empty if it changes nothing that all share. */
    Optional<Change> changedBy(Step.Call call) {
        return !TYPES.contains(call.owner())
                ? Optional.empty()
                : ALL.stream()
                        .filter(setting -> setting.types().contains(call.owner()))
                        .filter(setting -> setting.setters().contains(call.name())
                                || setting.resetters().contains(call.name()))
                        .filter(setting -> !isOfNewContext(call))
                        .findFirst()
                        .map(setting -> change(setting, call));
    }

    /** A context that nobody else has yet. */
    private static boolean isOfNewContext(Step.Call call) {
        return call.name().equals("setAuthentication")
                && !(call.receiver() instanceof Value.Result result
                        && result.name().equals("getContext"));
    }

    private Change change(Setting setting, Step.Call call) {
        boolean sets = setting.setters().contains(call.name())
                && !call.name().equals("clearProperty")
                && call.arguments().stream().noneMatch(value -> value instanceof Value.Null || isOld(value, setting));
        return new Change(setting, setting.hasKeys() ? call.argument(0).text() : null, sets);
    }

    /** Whether a value is what the setting was before. */
    private boolean isOld(Value value, Setting setting) {
        if (value instanceof Value.FieldValue field) {
            return isStream(field) || origins.writes(field).anyMatch(written -> isRead(written, setting));
        }
        return isRead(value, setting);
    }

    private static boolean isRead(Value value, Setting setting) {
        return value.contains(each -> each instanceof Value.Result result
                        && setting.types().contains(result.owner())
                        && GETTERS.contains(result.name()))
                || (value instanceof Value.FieldValue field && isStream(field));
    }

    private static boolean isStream(Value.FieldValue field) {
        return field.owner().equals(SYSTEM) && STREAMS.contains(field.name());
    }
}
