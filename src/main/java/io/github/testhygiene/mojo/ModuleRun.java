package io.github.testhygiene.mojo;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.model.HygieneReport;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.recording.EvidenceRecorder;
import io.github.testhygiene.recording.Recorder;
import io.github.testhygiene.recording.TemplateTaker;
import io.github.testhygiene.report.ReportWriter;
import io.github.testhygiene.rerun.ClonesAhead;
import io.github.testhygiene.rerun.FileGuard;
import io.github.testhygiene.rerun.ForkedTestRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the goals of one module hand to each other. */
final class ModuleRun implements AutoCloseable {

    private static final long REPORT_SECONDS = 15;

    private final HygieneSession.SharedServer shared;
    private final DatabaseCoordinates reference;
    private final TemplateTaker templates;
    private final EvidenceRecorder evidence;
    private final Recorder recorder;
    private final RecorderPlace place;
    private final FileGuard files;
    private @Nullable TimeBudget budget;
    private @Nullable CountDownLatch checking;
    private @Nullable HygieneReport report;
    private @Nullable ReportWriter writer;
    private @Nullable ForkedTestRunner runner;
    private @Nullable ClonesAhead clones;
    private SelectionStage.@Nullable Prepared selection;

    ModuleRun(
            HygieneSession.SharedServer shared,
            DatabaseCoordinates reference,
            TemplateTaker templates,
            EvidenceRecorder evidence,
            Recorder recorder,
            RecorderPlace place,
            FileGuard files) {
        this.shared = shared;
        this.reference = reference;
        this.templates = templates;
        this.evidence = evidence;
        this.recorder = recorder;
        this.place = place;
        this.files = files;
    }

    HygieneSession.SharedServer shared() {
        return shared;
    }

    DatabaseCoordinates reference() {
        return reference;
    }

    TemplateTaker templates() {
        return templates;
    }

    /** What observes the database; ended with this. */
    EvidenceRecorder evidence() {
        return evidence;
    }

    /** The module's files; ended with this. */
    FileGuard files() {
        return files;
    }

    /** Where the runs' temporary files are; created when it is needed, deleted when the runs end. */
    Path temporaryFolder() {
        return place.temporaryFolder();
    }

    Recorder recorder() {
        return recorder;
    }

    /** What makes the runs; ended with this. */
    synchronized void runner(ForkedTestRunner started) {
        runner = started;
    }

    /** What gives the runs their databases; ended with this. */
    synchronized void clones(ClonesAhead source) {
        clones = source;
    }

    /** What was found out for choosing tests, before they ran; null if all are to be checked. */
    synchronized void selection(SelectionStage.@Nullable Prepared prepared) {
        selection = prepared;
    }

    synchronized SelectionStage.@Nullable Prepared selection() {
        return selection;
    }

    /** Checking begins; an interrupted build waits for its {@link #checked()}, so that it leaves a report. */
    synchronized void checks(TimeBudget time) {
        budget = time;
        checking = new CountDownLatch(1);
    }

    /** Checking has ended, and the report is written. */
    void checked() {
        CountDownLatch latch = checking();
        if (latch != null) {
            latch.countDown();
        }
    }

    private synchronized @Nullable CountDownLatch checking() {
        return checking;
    }

    /** Somebody ends the build: ends the runs, and waits until what is known by now is reported. */
    void interrupt() {
        CountDownLatch latch = checking();
        if (latch == null) {
            return;
        }
        synchronized (this) {
            if (budget != null) {
                budget.end();
            }
            if (runner != null) {
                runner.close();
            }
        }
        try {
            latch.await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A report was written; by whom it can be written again. */
    synchronized void report(HygieneReport written, ReportWriter by) {
        report = written;
        writer = by;
    }

    /** Writes the report again, with another gate result. */
    synchronized void rewrite(HygieneReport changed, Path folder) {
        if (writer == null) {
            throw new IllegalStateException("no report was written");
        }
        writer.write(changed, folder);
    }

    synchronized Optional<HygieneReport> report() {
        return Optional.ofNullable(report);
    }

    /** Ends the recording; a test JVM that starts later finds nothing to connect to. */
    void disarm() {
        recorder.close();
        place.disarm();
    }

    /** Ends everything that is under way. Does nothing the second time. */
    @Override
    public void close() {
        disarm();
        endRuns();
        place.close();
        evidence.close();
    }

    /** Ends the runs that are under way, deletes their temporary files, and puts the module's files back. */
    synchronized void endRuns() {
        if (runner != null) {
            runner.close();
        }
        if (clones != null) {
            clones.close();
        }
        files.close();
    }
}
