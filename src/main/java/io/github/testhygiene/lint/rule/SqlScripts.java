package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.AnnotationUse;
import io.github.testhygiene.lint.code.TestClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Spring's {@code @Sql} executes around each test. */
final class SqlScripts {

    /**
     * SQL that is executed.
     *
     * @param name what a reader calls it: the script, or the annotation for what stands in it
     * @param text the SQL; null if the script is not in the test output
     * @param isAfter whether it is executed after the test
     */
    record Script(String name, @Nullable String text, boolean isAfter) {}

    private static final String SQL = "org.springframework.test.context.jdbc.Sql";
    private static final String MERGE_MODE = "org.springframework.test.context.jdbc.SqlMergeMode";
    private static final Set<String> ONCE = Set.of("BEFORE_TEST_CLASS", "AFTER_TEST_CLASS");

    private final LintContext context;

    SqlScripts(LintContext context) {
        this.context = context;
    }

    /**
     * Whether an annotation is {@code @Sql}.
     *
     * @param use the annotation
     */
    static boolean isSql(AnnotationUse use) {
        return use.type().equals(SQL);
    }

    /**
     * Whether an annotation asks that a class's scripts are executed as well as a method's.
     *
     * @param use the annotation
     */
    static boolean isMerge(AnnotationUse use) {
        return use.type().equals(MERGE_MODE) && "MERGE".equals(use.constant("value"));
    }

    /**
     * What an {@code @Sql} executes for each test.
     *
     * @param use the annotation
     * @param testClass the class whose tests are executed
     * @param method the test that it stands at; null for a class's
     * @return empty if it is executed once for the class
     */
    List<Script> of(AnnotationUse use, TestClass testClass, @Nullable String method) {
        String phase = use.constant("executionPhase");
        if (phase != null && ONCE.contains(phase)) {
            return List.of();
        }
        boolean isAfter = "AFTER_TEST_METHOD".equals(phase);
        List<Script> scripts = new ArrayList<>();
        List<String> names = Stream.concat(use.texts("value").stream(), use.texts("scripts").stream())
                .distinct()
                .toList();
        List<String> statements = use.texts("statements");
        names.forEach(name -> scripts.add(script(name, testClass, isAfter)));
        if (!statements.isEmpty()) {
            scripts.add(new Script("@Sql", String.join(";\n", statements), isAfter));
        }
        if (scripts.isEmpty()) {
            String name = testClass.file().name();
            String simple = name.substring(name.lastIndexOf('.') + 1);
            scripts.add(script(simple + (method == null ? "" : "." + method) + ".sql", testClass, isAfter));
        }
        return scripts;
    }

    private Script script(String name, TestClass testClass, boolean isAfter) {
        Optional<String> text =
                path(name, testClass).flatMap(context::file).map(file -> String.join("\n", file.lines()));
        return new Script(name, text.orElse(null), isAfter);
    }

    private static Optional<String> path(String name, TestClass testClass) {
        if (name.startsWith("classpath:")) {
            return Optional.of(withoutSlash(name.substring("classpath:".length())));
        } else if (name.contains(":") || name.contains("*") || name.contains(" ")) {
            return Optional.empty();
        } else if (name.startsWith("/")) {
            return Optional.of(withoutSlash(name));
        }
        String folder = testClass.file().packageName().replace('.', '/');
        return Optional.of(folder.isEmpty() ? name : folder + "/" + name);
    }

    private static String withoutSlash(String path) {
        return path.replaceFirst("^/+", "");
    }
}
