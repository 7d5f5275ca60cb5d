package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ClassIndex;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Calls that connect to a database, or make or set up what connects to it. */
final class ConnectingCalls {

    private static final int DEEPEST = 3;

    private static final CalledMethods CONNECTING = new CalledMethods(Map.ofEntries(
            Map.entry("java.sql.DriverManager", Set.of("getConnection", "getDriver")),
            Map.entry("java.sql.Driver", Set.of("connect")),
            Map.entry("io.r2dbc.spi.ConnectionFactories", Set.of("get", "find")),
            Map.entry("io.r2dbc.spi.ConnectionFactoryOptions", Set.of("parse")),
            Map.entry("org.jdbi.v3.core.Jdbi", Set.of("create", "open")),
            Map.entry("org.skife.jdbi.v2.DBI", Set.of("<init>", "open")),
            Map.entry("org.jooq.impl.DSL", Set.of("using")),
            Map.entry("org.flywaydb.core.Flyway", Set.of("setDataSource")),
            Map.entry("org.flywaydb.core.api.configuration.FluentConfiguration", Set.of("dataSource")),
            Map.entry("org.flywaydb.core.api.configuration.ClassicConfiguration", Set.of("setDataSource", "setUrl")),
            Map.entry("liquibase.database.DatabaseFactory", Set.of("openDatabase", "openConnection")),
            Map.entry("groovy.sql.Sql", Set.of("newInstance", "withInstance")),
            Map.entry("com.zaxxer.hikari.HikariConfig", Set.of("setJdbcUrl")),
            Map.entry("org.apache.tomcat.jdbc.pool.PoolProperties", Set.of("setUrl")),
            Map.entry("org.springframework.boot.jdbc.DataSourceBuilder", Set.of("url")),
            Map.entry("org.springframework.boot.r2dbc.ConnectionFactoryBuilder", Set.of("withUrl"))));

    private static final Set<String> DATA_SOURCE_METHODS =
            Set.of("<init>", "setUrl", "setURL", "setJdbcUrl", "setJdbcURL", "setDatabaseURL");

    private ConnectingCalls() {}

    /**
     * Whether a call connects with a URL among its arguments, or keeps it for connecting.
     *
     * @param call the call
     * @param index knows what classes extend
     * @return true if so
     */
    static boolean connects(Step.Call call, ClassIndex index) {
        return CONNECTING.contain(call, index)
                || (DATA_SOURCE_METHODS.contains(call.name()) && isDataSource(call.owner(), index));
    }

    /**
     * Whether a class is a data source.
     *
     * @param className with dots
     * @param index knows what it extends
     * @return true also if it is not on the class path and only called so
     */
    static boolean isDataSource(String className, ClassIndex index) {
        return index.isA(className, Set.of("javax.sql.CommonDataSource"))
                || (className.endsWith("DataSource") && index.find(className).isEmpty());
    }

    /**
     * The arguments that a method of the tests' own connects with, or passes on to one that does.
     *
     * @param call a call
     * @param index knows its methods
     * @return empty for most calls
     */
    static Stream<Value> passing(Step.Call call, ClassIndex index) {
        return passing(call, index, DEEPEST);
    }

    private static Stream<Value> passing(Step.Call call, ClassIndex index, int deepest) {
        Optional<Method> target = index.own(call.owner())
                .flatMap(file -> file.method(call.name(), call.target().descriptor()));
        if (deepest == 0 || target.isEmpty()) {
            return Stream.empty();
        }
        Method method = target.get();
        return IntStream.range(0, call.arguments().size())
                .filter(argument -> connectsWith(method, local(method, argument), index, deepest))
                .mapToObj(call::argument);
    }

    private static boolean connectsWith(Method method, int local, ClassIndex index, int deepest) {
        Value parameter = new Value.Parameter(local);
        return method.calls()
                .anyMatch(call -> (connects(call, index) && call.arguments().contains(parameter))
                        || passing(call, index, deepest - 1).anyMatch(parameter::equals));
    }

    private static int local(Method method, int argument) {
        Type[] types = Type.getArgumentTypes(method.ref().descriptor());
        int before =
                IntStream.range(0, argument).map(each -> types[each].getSize()).sum();
        return before + (method.isStatic() ? 0 : 1);
    }
}
