package io.github.testhygiene.check;

import io.github.testhygiene.help.RulePage;
import io.github.testhygiene.help.RulePages;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Rule;
import io.github.testhygiene.report.ReportFormat;
import io.github.testhygiene.report.ReportWriter;
import io.github.testhygiene.report.ci.CodeQualityFormat;
import io.github.testhygiene.report.ci.JUnitFormat;
import io.github.testhygiene.report.ci.MarkdownFormat;
import io.github.testhygiene.report.ci.RuleText;
import io.github.testhygiene.report.ci.SarifFormat;
import io.github.testhygiene.report.ci.StepSummary;
import io.github.testhygiene.report.ci.WorkflowCommands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a CI system gets: files beside the report, lines of the log that it reads, a summary. */
public final class CiOutput {

    private final CiSystem system;
    private final Function<String, @Nullable String> environment;
    private final MarkdownFormat summary;

    /**
     * Output for a CI system.
     *
     * @param system the system
     * @param environment the environment's variables
     * @param folder the report's folder, as a reader finds it
     */
    public CiOutput(CiSystem system, Function<String, @Nullable String> environment, String folder) {
        this.system = system;
        this.environment = environment;
        this.summary = new MarkdownFormat(folder);
    }

    /** Writes the report with the files that CI systems read. */
    public ReportWriter writer() {
        List<ReportFormat> formats =
                new ArrayList<>(List.of(summary, new SarifFormat(CiOutput::text), new JUnitFormat()));
        if (system == CiSystem.GITLAB) {
            formats.add(new CodeQualityFormat());
        }
        return new ReportWriter(formats);
    }

    /**
     * Prints annotations and adds the summary, each where it is wanted. To be called once for a report.
     *
     * @param report the report
     * @param lines takes lines that must stand in the log as they are
     * @param warn takes the reason why something could not be told
     */
    public void tell(HygieneReport report, Consumer<String> lines, Consumer<String> warn) {
        if (system == CiSystem.GITHUB) {
            WorkflowCommands.format(report).forEach(lines);
        }
        String file = environment.apply("GITHUB_STEP_SUMMARY");
        if (system.hasStepSummary() && file != null && !file.isBlank()) {
            StepSummary.append(file, summary.text(report)).ifPresent(warn);
        }
    }

    /**
     * Takes lines that must stand in the log as they are: Maven's logger would put something before them, and Maven 4
     * does so with {@code System.out} as well.
     */
    public static Consumer<String> bareLines() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return line -> {
            System.out.flush();
            out.println(line);
        };
    }

    /**
     * How a reader of the summary finds the report.
     *
     * @param project the module
     * @param module its folder
     * @param folder the report's folder
     * @return from the root of the checkout where that is known, else in full
     */
    public static String shown(HygieneReport.Project project, Path module, Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path base = module.toAbsolutePath().normalize();
        String above = project.folder();
        if (above == null || !absolute.startsWith(base)) {
            return absolute.toString();
        }
        String below = base.relativize(absolute).toString().replace('\\', '/');
        return above.isEmpty() ? below : above + "/" + below;
    }

    private static RuleText text(Rule rule) {
        RulePage page = RulePages.read(rule);
        return new RuleText(page.summary(), page.markdown());
    }
}
