package io.github.testhygiene.session;

import io.github.testhygiene.model.DatabaseCoordinates;
import io.github.testhygiene.plan.TimeBudget;
import io.github.testhygiene.postgres.server.ShutdownActions;
import io.github.testhygiene.recording.EvidenceRecorder;
import io.github.testhygiene.recording.Recorder;
import io.github.testhygiene.recording.TemplateCreator;
import io.github.testhygiene.rerun.files.FileGuard;
import io.github.testhygiene.rerun.run.ClonePrefetcher;
import io.github.testhygiene.rerun.run.ClusterGuard;
import io.github.testhygiene.rerun.run.ForkedTestRunner;
import io.github.testhygiene.selection.PreparedSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the goals of one module hand to each other. */
public final class ModuleRun implements AutoCloseable {

    /** The phases of the end have shorter ones; this is for a report that hangs. */
    private static final long REPORT_SECONDS = 60;

    /** How far checking is. */
    private record Checking(CountDownLatch concluded, CountDownLatch reported) {}

    private final HygieneSession.SharedServer shared;
    private final DatabaseCoordinates reference;
    private final TemplateCreator templates;
    private final EvidenceRecorder evidence;
    private final Recorder recorder;
    private final RecorderPlace place;
    private final FileGuard files;
    private final ClusterGuard cluster;
    private volatile boolean disarmed;
    private @Nullable TimeBudget budget;
    private @Nullable Checking checking;
    private @Nullable ModuleReport report;
    private @Nullable ForkedTestRunner runner;
    private @Nullable ClonePrefetcher clones;
    private @Nullable PreparedSelection selection;
    private List<ShutdownActions.Registration> registrations = List.of();
    private boolean interrupted;

    /**
     * For one module; everything that can be closed is ended with this.
     *
     * @param shared the server
     * @param reference the database of the user's own run
     * @param templates takes the template before the first test
     * @param evidence observes the database
     * @param recorder records the test JVMs
     * @param place where the files are that no other build may share
     * @param files the module's files
     * @param cluster the server outside the database
     */
    public ModuleRun(
            HygieneSession.SharedServer shared,
            DatabaseCoordinates reference,
            TemplateCreator templates,
            EvidenceRecorder evidence,
            Recorder recorder,
            RecorderPlace place,
            FileGuard files,
            ClusterGuard cluster) {
        this.shared = shared;
        this.reference = reference;
        this.templates = templates;
        this.evidence = evidence;
        this.recorder = recorder;
        this.place = place;
        this.files = files;
        this.cluster = cluster;
    }

    /**
     * Returns the server.
     *
     * @return the server, which other modules may use, too
     */
    public HygieneSession.SharedServer shared() {
        return shared;
    }

    DatabaseCoordinates reference() {
        return reference;
    }

    /**
     * Returns what has taken the template.
     *
     * @return the template, or why there is none
     */
    public TemplateCreator templates() {
        return templates;
    }

    /** What observes the database; ended with this. */
    public EvidenceRecorder evidence() {
        return evidence;
    }

    /** The server outside the module's database; ended with this. */
    public ClusterGuard cluster() {
        return cluster;
    }

    /** Whether the user's own tests of this module may still run. */
    boolean isRecording() {
        return !disarmed;
    }

    /** The module's files; ended with this. */
    public FileGuard files() {
        return files;
    }

    /** Where the runs' temporary files are; created when it is needed, deleted when the runs end. */
    public Path temporaryFolder() {
        return place.temporaryFolder();
    }

    /**
     * Returns what records the test JVMs.
     *
     * @return the recorder; ended with this
     */
    public Recorder recorder() {
        return recorder;
    }

    /** What makes the runs; ended with this. */
    public void runner(ForkedTestRunner started) {
        synchronized (this) {
            runner = started;
            if (!interrupted) {
                return;
            }
        }
        started.close();
    }

    /** What gives the runs their databases; ended with this. */
    public synchronized void clones(ClonePrefetcher source) {
        clones = source;
    }

    /** What was found out for choosing tests, before they ran; null if all are to be checked. */
    public synchronized void selection(@Nullable PreparedSelection prepared) {
        selection = prepared;
    }

    /**
     * Returns what was found out for a selection before the tests ran.
     *
     * @return null if all tests are to be checked
     */
    public synchronized @Nullable PreparedSelection selection() {
        return selection;
    }

    /** Checking begins; an interrupted build waits for its {@link #checked()}, so that it leaves a report. */
    public synchronized void checks() {
        checking = new Checking(new CountDownLatch(1), new CountDownLatch(1));
    }

    /** The time that runs may take; an interrupted build ends it. */
    public synchronized void budget(TimeBudget time) {
        budget = time;
        if (interrupted) {
            time.end();
        }
    }

    /** All runs and their experiments have ended: no database is needed any more. */
    public void concluded() {
        Checking stage = checking();
        if (stage != null) {
            stage.concluded().countDown();
        }
    }

    /** Checking has ended, and the report is written. */
    public void checked() {
        concluded();
        Checking stage = checking();
        if (stage != null) {
            stage.reported().countDown();
        }
    }

    private synchronized @Nullable Checking checking() {
        return checking;
    }

    /** Registers what ends this module's part when the session ends, however it does. */
    void endWith(Shutdown ends) {
        registrations = List.of(
                ends.register(ShutdownPhase.RUNS, "the re-runs", this::interrupt),
                ends.register(ShutdownPhase.REPORT, "the report", this::awaitReport),
                ends.register(ShutdownPhase.RECORDING, "the recording", this::endRecording),
                ends.register(ShutdownPhase.FILES, "the module's files", this::endFiles));
    }

    /** Ends the runs and their time; what is known by then is reported. */
    private void interrupt() {
        ForkedTestRunner running;
        synchronized (this) {
            interrupted = true;
            if (budget != null) {
                budget.end();
            }
            running = runner;
        }
        if (running != null) {
            running.close();
        }
        await(Checking::concluded);
    }

    private void awaitReport() {
        await(Checking::reported);
    }

    private void await(Function<Checking, CountDownLatch> stage) {
        Checking current = checking();
        if (current == null) {
            return;
        }
        try {
            stage.apply(current).await(REPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endRecording() {
        disarm();
        evidence.close();
        closeClones();
        cluster.close(); // a Maven daemon would keep its session on the user's server
    }

    /** Keeps the report for the goal {@code check}. */
    public synchronized void report(ModuleReport found) {
        report = found;
    }

    /**
     * Returns the report of this build.
     *
     * @return empty if there is none
     */
    public synchronized Optional<ModuleReport> report() {
        return Optional.ofNullable(report);
    }

    /** Ends the recording; a test JVM that starts later finds nothing to connect to. */
    public void disarm() {
        disarmed = true;
        recorder.close();
        place.disarm();
    }

    /** Ends everything that is under way. Does nothing the second time. */
    @Override
    public void close() {
        registrations.forEach(ShutdownActions.Registration::cancel);
        endRuns();
        endRecording();
        place.close();
    }

    /**
     * Ends the runs that are under way, deletes their temporary files, puts the module's files back, and gives back the
     * sessions on the server: many modules of a build together would use up those that it allows.
     */
    public void endRuns() {
        ForkedTestRunner running;
        synchronized (this) {
            running = runner;
            runner = null; // it knows the folders of all modules, and this lives as long as the session
        }
        if (running != null) {
            running.close();
        }
        closeClones();
        files.close();
        evidence.close();
        cluster.close();
    }

    private void endFiles() {
        files.close();
        place.close();
    }

    private void closeClones() {
        ClonePrefetcher waiting;
        synchronized (this) {
            waiting = clones;
        }
        if (waiting != null) {
            waiting.close();
        }
    }
}
