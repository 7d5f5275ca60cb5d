package io.github.testhygiene.session;

import io.github.testhygiene.advice.PathAdvice;
import io.github.testhygiene.gate.Gate;
import io.github.testhygiene.gate.GatePolicy;
import io.github.testhygiene.model.GateResult;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.model.Problem;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The report of one module. It is judged when it is put together; whoever asks for its gate by the same policy gets that
 * result, and only another policy judges it again.
 */
public final class ModuleReport {

    private final BiConsumer<HygieneReport, Path> writer;
    private HygieneReport report;
    private GatePolicy policy;
    private boolean written;

    /**
     * Keeps a report, which is not written yet.
     *
     * @param report what was found, with the result of the gate
     * @param policy by which the gate has judged it
     * @param writer writes it into a folder
     */
    public ModuleReport(HygieneReport report, GatePolicy policy, BiConsumer<HygieneReport, Path> writer) {
        this.report = report;
        this.policy = policy;
        this.writer = writer;
    }

    /**
     * Writes the report.
     *
     * @param folder where it belongs
     * @return why not all of it could be written, which changes nothing of what was found; empty if it was
     */
    public synchronized Optional<Problem> write(Path folder) {
        try {
            written = false;
            writer.accept(report, folder);
            written = true;
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(
                    PathAdvice.reportNotWritten(folder, String.valueOf(e.getMessage()), PathAdvice.reason(e)));
        }
    }

    /**
     * Returns the result of the gate. Where a policy comes to another result than the one before it, the report is
     * written again, so that its files say what the build does.
     *
     * @param asked what must not be found
     * @param folder where the report belongs
     * @param unwritten takes why not all of the report could be written again
     */
    public synchronized GateResult gate(GatePolicy asked, Path folder, Consumer<Problem> unwritten) {
        if (!asked.equals(policy)) {
            policy = asked;
            GateResult result = Gate.judge(report.findings(), asked);
            if (!result.equals(report.gate())) {
                report = report.withGate(result);
                write(folder).ifPresent(unwritten);
            }
        }
        return report.gate();
    }

    /** Returns whether all of the report's files were written. */
    public synchronized boolean isWritten() {
        return written;
    }
}
