package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The embedded engines that stand in for a server, and their names in URLs and packages. */
final class SubstituteEngines {

    private static final Map<String, String> BY_URL =
            Map.of("h2", "H2", "hsqldb", "HSQLDB", "derby", "Derby", "sqlite", "SQLite");

    private static final Map<String, String> BY_PACKAGE = Map.of(
            "org.h2.", "H2",
            "org.hsqldb.", "HSQLDB",
            "org.apache.derby.", "Derby",
            "org.sqlite.", "SQLite");

    private static final Set<String> CONNECTS = Set.of("java.sql.Driver", "javax.sql.CommonDataSource");

    private static final Set<String> LOADS = Set.of(
            "forName",
            "loadClass",
            "setDriverClassName",
            "driverClassName",
            "setDriverClass",
            "setDriver",
            "setDataSourceClassName");

    private static final Map<String, String> FACTORIES = Map.of(
            "org.h2.jdbcx.JdbcConnectionPool", "create",
            "org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder", "<init>",
            "org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseFactory", "<init>");

    private SubstituteEngines() {}

    /**
     * The engine that a URL names.
     *
     * @param url the URL
     * @return its name; empty if it is none of them
     */
    static Optional<String> find(DatabaseUrl url) {
        return url.isContainer() ? Optional.empty() : Optional.ofNullable(BY_URL.get(url.engine()));
    }

    /**
     * The engine whose driver or data source a text names.
     *
     * @param className what may be a class's name with dots
     * @return its name; empty if it is none of them
     */
    static Optional<String> ofClass(String className) {
        boolean connects = className.matches("[\\w.]+\\.\\w*(?:Driver|DataSource|JDBC)\\w*");
        return connects ? byPackage(className) : Optional.empty();
    }

    /**
     * The engine that a setting names without a URL or a class.
     *
     * @param setting the setting
     * @return its name; empty if it is none of them
     */
    static Optional<String> ofKind(Setting setting) {
        boolean isKind =
                setting.key().contains("quarkus.datasource.") && setting.key().endsWith("db-kind");
        return isKind ? Optional.ofNullable(BY_URL.get(setting.value())) : Optional.empty();
    }

    /**
     * The engine that a call makes a data source of, or whose driver it loads.
     *
     * @param call the call
     * @param index knows what classes extend
     * @return its name; empty if it is none of them
     */
    static Optional<String> find(Step.Call call, ClassIndex index) {
        String factory = FACTORIES.get(call.owner());
        if (factory != null && factory.equals(call.name())) {
            return Optional.of(byPackage(call.owner()).orElse("an embedded database"));
        } else if (call.isConstruction()) {
            boolean isNew = call.receiver() instanceof Value.Created && index.isA(call.owner(), CONNECTS);
            return isNew ? byPackage(call.owner()) : Optional.empty();
        }
        return LOADS.contains(call.name())
                ? call.arguments().stream()
                        .flatMap(argument -> driver(argument).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> driver(Value argument) {
        String text = argument.text();
        if (argument instanceof Value.ClassLiteral literal) {
            return ofClass(literal.className());
        }
        return text == null ? Optional.empty() : ofClass(text);
    }

    private static Optional<String> byPackage(String className) {
        return BY_PACKAGE.entrySet().stream()
                .filter(entry -> className.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
