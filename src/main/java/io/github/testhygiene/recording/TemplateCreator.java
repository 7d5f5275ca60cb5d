package io.github.testhygiene.recording;

import io.github.testhygiene.advice.RecordingAdvice;
import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.Problem;
import io.github.testhygiene.model.ProblemException;
import io.github.testhygiene.postgres.database.Databases;
import io.github.testhygiene.postgres.database.Template;
import io.github.testhygiene.wire.Frame;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers the test JVMs: takes the template when the first of them reports, which is after every migration that the
 * build runs and before any test has connected. What goes wrong is kept and never reaches the tests.
 */
public final class TemplateCreator implements Function<Boolean, Frame.Welcome> {

    private final Databases databases;
    private final DatabaseCoordinates reference;
    private final Map<String, String> systemProperties;
    private final Map<String, String> defaults;
    private final BooleanSupplier afterwards;
    private boolean tried;
    private @Nullable Template template;
    private @Nullable Problem problem;

    /**
     * For one module.
     *
     * @param databases the server's databases
     * @param reference the database of the reference run
     * @param systemProperties what every test JVM sets
     * @param defaults what it sets where the user has set nothing
     * @param afterwards starts to observe the database, which no session may do before the template is taken; tells
     *     whether the tests have to wait at boundaries. Called for every test JVM.
     */
    public TemplateCreator(
            Databases databases,
            DatabaseCoordinates reference,
            Map<String, String> systemProperties,
            Map<String, String> defaults,
            BooleanSupplier afterwards) {
        this.databases = databases;
        this.reference = reference;
        this.systemProperties = Map.copyOf(systemProperties);
        this.defaults = Map.copyOf(defaults);
        this.afterwards = afterwards;
    }

    @Override
    public synchronized Frame.Welcome apply(Boolean inMavensJvm) {
        if (!tried) {
            tried = true;
            try {
                template = databases.takeTemplate(reference);
            } catch (ProblemException e) {
                problem = e.problem();
            } catch (RuntimeException e) {
                problem = RecordingAdvice.noTemplate(reference.database(), e.toString());
            }
        }
        return new Frame.Welcome(systemProperties, defaults, inMavensJvm, afterwards.getAsBoolean());
    }

    /**
     * The template.
     *
     * @return empty if no test JVM reported, or if it could not be taken
     */
    public synchronized Optional<Template> template() {
        return Optional.ofNullable(template);
    }

    /**
     * Why there is no template.
     *
     * @return empty if there is one, or if nobody asked for it
     */
    public synchronized Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }
}
