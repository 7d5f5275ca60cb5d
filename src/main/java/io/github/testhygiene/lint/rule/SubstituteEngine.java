package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.code.Method;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.model.Rule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds tests that run on an embedded engine instead of PostgreSQL. */
final class SubstituteEngine implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.SUBSTITUTE_ENGINE,
            "Run the tests on PostgreSQL: take the database from `test-hygiene.jdbc.url`, and take the other engine off the"
                    + " test class path.");

    private static final Map<String, String> QUARKUS = Map.of(
            "io.quarkus.test.h2.H2DatabaseTestResource", "H2",
            "io.quarkus.test.derby.DerbyDatabaseTestResource", "Derby");

    private static final Set<String> DATA_SOURCES = Set.of("javax.sql.CommonDataSource");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        for (Placed placed : testClass.annotations()) {
            AnnotationSettings.urls(placed.use()).forEach(url -> SubstituteEngines.find(url)
                    .ifPresent(engine -> report(
                            ViolationPlace.of(placed.on()), engine, "A setting is `" + url.shown() + "`", context)));
            placed.use().allClasses().filter(QUARKUS::containsKey).forEach(type -> {
                String engine = QUARKUS.getOrDefault(type, "");
                report(
                        ViolationPlace.of(placed.on()),
                        engine,
                        "`@" + placed.use().simpleName() + "` starts a database",
                        context);
            });
        }
        new ReplacedDataSource(context)
                .of(testClass)
                .ifPresent(replaced -> report(
                        ViolationPlace.of(replaced.on()),
                        replaced.engine(),
                        "`@" + replaced.annotation() + "` puts an embedded database in the place of the data source",
                        context));
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        Set<String> told = new HashSet<>();
        for (ConnectionUrls.Use use : ConnectionUrls.find(code, context)) {
            SubstituteEngines.find(use.url()).filter(told::add).ifPresent(engine -> {
                ViolationPlace place = ViolationPlace.of(context.index(), code, use.by());
                report(place, engine, "The URL is `" + use.url().shown() + "`", context);
            });
        }
        code.method().calls().forEach(call -> SubstituteEngines.find(call, context.index())
                .filter(engine -> !isUnusedDataSource(call, code, context))
                .filter(told::add)
                .ifPresent(engine -> {
                    String name = call.isConstruction()
                            ? "new " + ClassFile.simpleName(call.owner())
                            : ClassFile.simpleName(call.owner()) + "." + call.name();
                    report(
                            ViolationPlace.of(context.index(), code, call),
                            engine,
                            "`" + name + "` makes a database",
                            context);
                }));
    }

    /** A data source that nobody tells where its database is has none: it is a value to be passed around. */
    private static boolean isUnusedDataSource(Step.Call call, ReachedCode code, LintContext context) {
        return call.isConstruction()
                && context.index().isA(call.owner(), DATA_SOURCES)
                && code.file().methods().stream()
                        .flatMap(Method::calls)
                        .noneMatch(other -> other.owner().equals(call.owner()) && !other.isConstruction());
    }

    @Override
    public void visitFile(TestFile file, LintContext context) {
        Set<String> told = new HashSet<>();
        for (Setting setting :
                new UsedSettings(context).of(file, each -> engine(each).isPresent())) {
            engine(setting)
                    .filter(told::add)
                    .ifPresent(engine -> report(
                            ViolationPlace.of(file, setting.line()),
                            engine,
                            "`" + setting.key() + "` names the database",
                            context));
        }
    }

    private static Optional<String> engine(Setting setting) {
        boolean isUrl = ConnectionUrls.KEY.matcher(setting.key()).matches();
        return DatabaseUrl.of(setting.value())
                .filter(url -> isUrl)
                .flatMap(SubstituteEngines::find)
                .or(() -> isDriver(setting) ? SubstituteEngines.ofClass(setting.value()) : Optional.empty())
                .or(() -> SubstituteEngines.ofKind(setting));
    }

    private static boolean isDriver(Setting setting) {
        return setting.key().toLowerCase(Locale.ROOT).contains("driver");
    }

    private static void report(ViolationPlace place, String engine, String seen, LintContext context) {
        context.report(new Violation(HABIT, place, engine, seen + ": " + engine + " is not PostgreSQL."));
    }
}
