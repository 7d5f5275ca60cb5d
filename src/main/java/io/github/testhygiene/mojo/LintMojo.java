package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.LintAdvice;
import io.github.testhygiene.gate.FindingPolicy.Bytecode;
import io.github.testhygiene.gate.Gate;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.LintReport;
import io.github.testhygiene.report.LintLines;
import io.github.testhygiene.report.LintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Looks at the bytecode of the integration tests for habits that make them worthless, without a database and without
 * running a test. {@code isolate} does so, too.
 */
@Mojo(
        name = "lint",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class LintMojo extends FindingMojo {

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** For Maven. */
    public LintMojo() {}

    /** No test is run, so that skipping tests skips nothing here. */
    @Override
    Optional<String> reasonToSkip() {
        return reasonWithoutTests();
    }

    @Override
    void run() throws MojoFailureException {
        GatePolicy policy = gatePolicy();
        Instant start = Instant.now();
        LintOutcome lint = new LintStage(project(), mavenSession()).look();
        List<Finding> findings = findingPolicy(policy).apply(lint.findings(), lint.suppressions(), Bytecode.READ);
        if (lint.entry().testClasses() == 0) {
            getLog().warn(LintAdvice.nothingSelected().text());
        }
        LintReport report = new LintReport(
                HygieneReport.SCHEMA_VERSION,
                new HygieneReport.Tool(plugin.getVersion()),
                reportedProject(),
                start,
                lint.entry(),
                findings,
                Gate.judge(findings, policy));
        Path file = new LintWriter().write(report, outputFolder());
        LintLines.format(report, file).forEach(this::print);
        requirePassed(
                report.gate(),
                "Your tests have habits that <failOn> does not let pass",
                file.toUri().toString());
    }

    private void print(LintLines.Line line) {
        switch (line.severity()) {
            case ERROR -> getLog().error(line.text());
            case WARNING -> getLog().warn(line.text());
            default -> getLog().info(line.text());
        }
    }
}
