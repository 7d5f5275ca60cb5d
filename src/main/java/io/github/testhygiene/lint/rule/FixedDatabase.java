package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.Annotations.Placed;
import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.TestClass;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.model.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds tests that name a database's host, or bring a database of their own. */
final class FixedDatabase implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.FIXED_DATABASE,
            "Use the database that the build provides: read the system property `test-hygiene.jdbc.url`; Spring Boot reads"
                    + " `spring.datasource.url` by itself where no test sets it or connects a container.");

    private static final String ZONKY = "io.zonky.test.db.AutoConfigureEmbeddedDatabase";
    private static final Set<String> POSTGRESQL = Set.of("postgresql", "postgis", "pgvector", "timescaledb");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitClass(TestClass testClass, LintContext context) {
        for (Placed placed : testClass.annotations()) {
            ViolationPlace place = ViolationPlace.of(placed.on());
            AnnotationSettings.urls(placed.use()).forEach(url -> report(place, url, context));
            if (placed.use().type().equals(ZONKY) && !"NONE".equals(placed.use().constant("replace"))) {
                reportOwn(place, placed.use().simpleName(), "`@AutoConfigureEmbeddedDatabase`", context);
            }
        }
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        Set<String> told = new HashSet<>();
        List<ConnectionUrls.Use> uses = ConnectionUrls.find(code, context);
        boolean fails = !uses.isEmpty() && ExpectedFailures.contains(code);
        for (ConnectionUrls.Use use : uses) {
            if (!fails && told.add(use.url().shown())) {
                report(ViolationPlace.of(context.index(), code, use.by()), use.url(), context);
            }
        }
        for (Step step : code.method().steps()) {
            OwnServers.made(step, context.index())
                    .filter(told::add)
                    .ifPresent(server -> reportOwn(
                            ViolationPlace.of(context.index(), code, step), server, "`" + server + "`", context));
        }
    }

    @Override
    public void visitFile(TestFile file, LintContext context) {
        Set<String> told = new HashSet<>();
        for (Setting setting : new UsedSettings(context).of(file, FixedDatabase::isUrl)) {
            DatabaseUrl.of(setting.value())
                    .filter(url -> told.add(url.shown()))
                    .ifPresent(url -> report(ViolationPlace.of(file, setting.line()), url, context));
        }
    }

    private static boolean isUrl(Setting setting) {
        return ConnectionUrls.KEY.matcher(setting.key()).matches()
                && DatabaseUrl.of(setting.value()).isPresent();
    }

    private static void report(ViolationPlace place, DatabaseUrl url, LintContext context) {
        if (url.isContainer() && POSTGRESQL.contains(url.engine())) {
            reportOwn(place, url.shown(), "`jdbc:tc:`", context);
        } else if (url.isSomebodys()) {
            context.report(new Violation(
                    HABIT,
                    place,
                    url.shown(),
                    "Names the database at `" + url.shown() + "`, which other builds and people may use, or lack."));
        }
    }

    private static void reportOwn(ViolationPlace place, String detail, String seen, LintContext context) {
        context.report(new Violation(
                HABIT,
                Severity.INFO,
                place,
                detail,
                "Starts a PostgreSQL of its own with " + seen + ", beside the one that the build provides."));
    }
}
