package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds scripts of the tests that code executes, and that make or remove tables. */
final class CalledScripts {

    private static final Map<String, Set<String>> EXECUTING = Map.of(
            "org.springframework.jdbc.datasource.init.ScriptUtils", Set.of("executeSqlScript"),
            "org.springframework.jdbc.datasource.init.ResourceDatabasePopulator", Set.of("execute", "populate"),
            "org.springframework.jdbc.datasource.init.DatabasePopulatorUtils", Set.of("execute"),
            "org.springframework.test.jdbc.JdbcTestUtils", Set.of("executeSqlScript"),
            "org.testcontainers.ext.ScriptUtils", Set.of("runInitScript", "executeDatabaseScript"),
            "org.apache.ibatis.jdbc.ScriptRunner", Set.of("runScript"));

    private CalledScripts() {}

    /**
     * The script that a call executes.
     *
     * @param code a method
     * @param call one of its calls
     * @param context knows the scripts
     * @return its name as it stands in the method; empty if the call executes none, or none that can be read
     */
    static Optional<String> find(ReachedCode code, Step.Call call, LintContext context) {
        if (!EXECUTING.getOrDefault(call.owner(), Set.of()).contains(call.name())) {
            return Optional.empty();
        }
        // Between the name and the call stand resources, readers and populators.
        return code.method().steps().stream()
                .filter(Step.Literal.class::isInstance)
                .map(step -> ((Step.Literal) step))
                .filter(literal -> !literal.conditional() && literal.text().endsWith(".sql"))
                .map(Step.Literal::text)
                .filter(name -> makesTables(name, code, context))
                .findFirst();
    }

    private static boolean makesTables(String name, ReachedCode code, LintContext context) {
        String path = name.replaceFirst("^classpath:", "").replaceFirst("^/+", "");
        String inPackage = code.file().packageName().replace('.', '/') + "/" + path;
        return context.file(path)
                .or(() -> context.file(inPackage))
                .flatMap(file -> SchemaStatements.first(String.join("\n", file.lines())))
                .isPresent();
    }
}
