package io.github.testhygiene.fork;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.model.LeakTrace.Kind;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a whole JVM has one of, as it is at a moment.
 *
 * @param values by kind, then by name
 */
record JvmState(Map<Kind, Map<String, String>> values) {

    private static final String DEFAULT = "default";

    /** As it is now, with these threads. */
    static JvmState now(LiveThreads threads) {
        // Whoever asks for the time zone first sets a system property by that: it must not look like the tests' doing.
        String timeZone = TimeZone.getDefault().getID();
        Map<Kind, Map<String, String>> values = new EnumMap<>(Kind.class);
        values.put(Kind.SYSTEM_PROPERTY, systemProperties());
        values.put(
                Kind.LOCALE,
                Map.of(
                        DEFAULT,
                        Locale.getDefault().toLanguageTag(),
                        "display",
                        Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag(),
                        "format",
                        Locale.getDefault(Locale.Category.FORMAT).toLanguageTag()));
        values.put(Kind.TIME_ZONE, Map.of(DEFAULT, timeZone));
        values.put(Kind.CHARSET, Map.of(DEFAULT, Charset.defaultCharset().name()));
        values.put(Kind.SECURITY_PROVIDER, providers());
        Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        values.put(
                Kind.EXCEPTION_HANDLER,
                handler == null ? Map.of() : Map.of(DEFAULT, ValueSummary.typeName(handler.getClass())));
        values.put(Kind.THREAD, threads.described());
        values.put(Kind.PORT, ListeningPorts.find(Path.of("/proc/self")));
        values.put(Kind.PROCESS, processes());
        return new JvmState(values);
    }

    private static Map<String, String> systemProperties() {
        Properties properties = System.getProperties();
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name, "")));
        return all;
    }

    private static Map<String, String> providers() {
        Map<String, String> names = new TreeMap<>();
        for (Provider provider : Security.getProviders()) {
            names.put(provider.getName(), "installed");
        }
        return names;
    }

    private static Map<String, String> processes() {
        Map<String, Integer> counts = new TreeMap<>();
        ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).forEach(process -> {
            String command = process.info().command().orElse("unknown");
            counts.merge(String.valueOf(Path.of(command).getFileName()), 1, Integer::sum);
        });
        Map<String, String> described = new TreeMap<>();
        counts.forEach((name, count) -> described.put(name, LiveThreads.count(count)));
        return described;
    }

    /** What is other than it was. */
    List<LeakTrace> since(JvmState before) {
        List<LeakTrace> traces = new ArrayList<>();
        values.forEach((kind, now) -> {
            Map<String, String> then = before.values.getOrDefault(kind, Map.of());
            TreeSet<String> names = new TreeSet<>(then.keySet());
            names.addAll(now.keySet());
            for (String name : names) {
                if (!Objects.equals(then.get(name), now.get(name)) && !followsTheDefault(kind, name, then, now)) {
                    traces.add(trace(kind, name, then.get(name), now.get(name)));
                }
            }
        });
        return traces;
    }

    /** Whoever sets the default locale sets the two others to the same. */
    private static boolean followsTheDefault(
            Kind kind, String name, Map<String, String> then, Map<String, String> now) {
        return kind == Kind.LOCALE
                && !name.equals(DEFAULT)
                && !Objects.equals(then.get(DEFAULT), now.get(DEFAULT))
                && Objects.equals(now.get(name), now.get(DEFAULT));
    }

    private static LeakTrace trace(Kind kind, String name, @Nullable String then, @Nullable String now) {
        String before = shown(name, then);
        String after = shown(name, now);
        boolean alike = before != null && before.equals(after);
        return new LeakTrace(kind, name, before, alike ? after + ", changed inside" : after);
    }

    private static @Nullable String shown(String name, @Nullable String value) {
        return value == null ? null : ValueFormat.under(name, ValueFormat.text(value));
    }
}
