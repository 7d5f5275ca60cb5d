package io.github.testhygiene.mojo;

import io.github.testhygiene.check.CheckSettings;
import io.github.testhygiene.gate.Gate;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.session.ModuleRun;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Fails the build on what the report holds against the tests. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends HygieneMojo {

    /**
     * The rules whose findings fail the build, separated by commas; {@code none} for none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "test-hygiene.failOn", defaultValue = "victim,brittle")
    private @Nullable String failOn;

    /** For Maven. */
    public CheckMojo() {}

    @Override
    void run() throws MojoFailureException {
        Optional<ModuleRun> module = hygieneSession().module(moduleKey());
        Optional<HygieneReport> written = module.flatMap(ModuleRun::report);
        if (written.isEmpty()) {
            getLog().info("There is no report of this build to check.");
            return;
        }
        HygieneReport report = written.get();
        GateResult result = Gate.judge(report.findings(), CheckSettings.policy(failOn == null ? "none" : failOn));
        if (!result.equals(report.gate())) {
            module.get().rewrite(report.withGate(result), outputFolder()).ifPresent(problem -> getLog().warn(
                            problem.text()));
        }
        if (!result.passed()) {
            String breaches =
                    result.breaches().stream().map(GateResult.Breach::message).collect(Collectors.joining("; "));
            throw new MojoFailureException("Your tests depend on each other or on what is not theirs: " + breaches
                    + System.lineSeparator() + "  → Read " + whereToRead(module.get())
                    + ", or change <failOn> (-Dtest-hygiene.failOn).");
        }
    }

    private String whereToRead(ModuleRun module) {
        return module.isWritten()
                ? outputFolder().resolve("index.html").toUri().toString()
                : "what the goal isolate has logged";
    }
}
