package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds factories of entity managers that make the schema when they are made. */
final class SchemaSettings {

    private static final Set<String> KEYS = Set.of(
            "hibernate.hbm2ddl.auto",
            "spring.jpa.hibernate.ddl-auto",
            "javax.persistence.schema-generation.database.action",
            "jakarta.persistence.schema-generation.database.action");
    private static final Set<String> MAKING = Set.of("create", "create-drop", "create-only", "drop-and-create", "drop");
    private static final Set<String> BUILDING = Set.of(
            "createEntityManagerFactory",
            "createContainerEntityManagerFactory",
            "buildSessionFactory",
            "buildEntityManagerFactory");
    private static final Pattern IN_FILE = Pattern.compile(
            "(?:hbm2ddl\\.auto|schema-generation\\.database\\.action)\"?\\s*(?:value\\s*=\\s*\"|[=:>]\\s*)\\s*"
                    + "(create-drop|create-only|create|drop-and-create)\\b(?!-)");

    private SchemaSettings() {}

    /**
     * What makes the schema when a factory is built.
     *
     * @param code code of a fixture
     * @param call one of its calls
     * @param isOfFixture whether a step of other code is executed for each test as well
     * @param context knows that code, and the settings files
     * @return for example {@code hibernate.hbm2ddl.auto=create-drop}, in backticks; empty if it builds none, or none that does so
     */
    static Optional<String> find(
            ReachedCode code, Step.Call call, Predicate<ReachedCode> isOfFixture, LintContext context) {
        if (!BUILDING.contains(call.name())) {
            return Optional.empty();
        }
        // A builder is often filled in a method of its own.
        Optional<String> inCode = context.scope().lookup().reachedIn(code.file().name()).stream()
                .filter(isOfFixture)
                .flatMap(each -> each.method().calls())
                .flatMap(each -> setting(each.arguments()).stream())
                .findFirst();
        return inCode.isPresent() ? inCode : inFile(call, context);
    }

    private static Optional<String> setting(List<Value> arguments) {
        for (int index = 0; index + 1 < arguments.size(); index++) {
            String key = arguments.get(index).text();
            String value = arguments.get(index + 1).text();
            if (key != null && value != null && KEYS.contains(key) && MAKING.contains(value)) {
                return Optional.of("`" + key + "=" + value + "`");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inFile(Step.Call call, LintContext context) {
        String unit = call.argument(0).text();
        if (call.name().equals("createEntityManagerFactory") && unit != null) {
            return context.file("META-INF/persistence.xml").flatMap(file -> inText(unit(file, unit)));
        }
        return Optional.empty();
    }

    private static String unit(TestFile file, String name) {
        String text = String.join("\n", file.lines());
        Matcher unit = Pattern.compile(
                        "<persistence-unit\\s[^>]*name\\s*=\\s*\"" + Pattern.quote(name) + "\".*?</persistence-unit>",
                        Pattern.DOTALL)
                .matcher(text);
        return unit.find() ? unit.group() : "";
    }

    private static Optional<String> inText(String text) {
        String withoutComments =
                Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(text).replaceAll("");
        Matcher setting = IN_FILE.matcher(withoutComments);
        return setting.find()
                ? Optional.of("`" + setting.group(1) + "` in `META-INF/persistence.xml`")
                : Optional.empty();
    }
}
