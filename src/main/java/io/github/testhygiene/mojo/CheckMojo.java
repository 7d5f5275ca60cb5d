package io.github.testhygiene.mojo;

import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.session.ModuleReport;
import io.github.testhygiene.session.ModuleRun;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails the build on what the report holds against the tests. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends GatedMojo {

    /** For Maven. */
    public CheckMojo() {}

    @Override
    void run() throws MojoFailureException {
        Optional<ModuleReport> found = hygieneSession().module(moduleKey()).flatMap(ModuleRun::report);
        if (found.isEmpty()) {
            getLog().info("There is no report of this build to check.");
            return;
        }
        ModuleReport report = found.get();
        // Maven binds parameters for each goal: <failOn> may be set in this execution alone.
        GateResult gate = report.gate(gatePolicy(), outputFolder(), problem -> getLog().warn(problem.text()));
        requirePassed(gate, "Your tests depend on each other or on what is not theirs", whereToRead(report));
    }

    private String whereToRead(ModuleReport report) {
        return report.isWritten()
                ? outputFolder().resolve("index.html").toUri().toString()
                : "what the goal isolate has logged";
    }
}
