package io.github.testhygiene.rerun.run;

import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunRequest.Segment;
import io.github.testhygiene.rerun.files.FileTraces;
import io.github.testhygiene.rerun.files.RunFiles;
import io.github.testhygiene.rerun.launch.AgentJar;
import io.github.testhygiene.rerun.launch.ForkLauncher;
import io.github.testhygiene.rerun.launch.ForkPlaces;
import io.github.testhygiene.rerun.launch.StartedFork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one run has for itself: its clones, its temporary folder, perhaps a private copy of the module, and the JVMs that were launched ahead of their time. */
public final class RunResources implements AutoCloseable {

    private final ForkLauncher launcher;
    private final RunClones clones;
    private final Path temporaryFolder;
    private final @Nullable RunFiles files;
    private @Nullable StartedFork ahead;
    private int aheadLaunch;

    private RunResources(ForkLauncher launcher, RunClones clones, Path temporaryFolder, @Nullable RunFiles files) {
        this.files = files;
        this.launcher = launcher;
        this.clones = clones;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Takes a clone and makes a folder.
     *
     * @param launcher launches the run's JVMs
     * @param source where its clones come from
     * @param eachItsOwn whether every JVM gets a clone of its own
     * @param places where its folder is made, and where a private copy of the module comes from
     */
    static RunResources open(ForkLauncher launcher, CloneSource source, boolean eachItsOwn, ForkPlaces places)
            throws IOException {
        Files.createDirectories(places.folder());
        RunFiles files = RunFiles.open(places.files());
        RunClones clones = null;
        try {
            clones = new RunClones(source, eachItsOwn);
            return new RunResources(launcher, clones, Files.createTempDirectory(places.folder(), "run"), files);
        } catch (IOException | RuntimeException e) {
            if (clones != null) {
                clones.close();
            }
            if (files != null) {
                files.close();
            }
            throw e;
        }
    }

    RunClones clones() {
        return clones;
    }

    /** Launches a JVM that will be asked for later. */
    void launchAhead(int number, Segment segment) throws IOException {
        if (ahead == null) {
            aheadLaunch = segment.launch();
            ahead = launch(number, segment, List.of());
        }
    }

    /** The JVM that was launched ahead, if it still waits and was launched as the segment's. */
    @Nullable
    StartedFork takeAhead(Segment segment) throws IOException {
        StartedFork waiting = ahead;
        ahead = null;
        if (waiting != null && (aheadLaunch != segment.launch() || !waiting.isWaiting())) {
            waiting.close();
            return null;
        }
        return waiting;
    }

    /** Launches a JVM on the clone of one of the run's segments. */
    StartedFork launch(int number, Segment segment, List<String> agent) throws IOException {
        return launcher.launch(
                segment, clones.of(number).database(), temporaryFolder, agent, files == null ? null : files.copy());
    }

    /** Launches a JVM with the agent that tells what is left in it. */
    StartedFork launchObserved(int number, Segment segment, AgentJar agent) throws IOException {
        return launch(number, segment, agent.arguments());
    }

    /** Where files of the run lie that are not its tests'. */
    Path besideTheTemporaryFolder() {
        return temporaryFolder.resolveSibling(".").toAbsolutePath().normalize();
    }

    /** What its tests left in its temporary folder, and in its private copy of the module. */
    List<LeakTrace> filesLeft() throws IOException {
        List<LeakTrace> traces = new ArrayList<>(FileTraces.inTemporaryFolder(temporaryFolder));
        if (files != null) {
            traces.addAll(FileTraces.convert(files.copy().changes()));
        }
        return traces;
    }

    /** The run has ended: what it left in its private copy is noted. */
    void ended(RunRequest request) {
        if (files != null) {
            files.ended(request);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            StartedFork waiting = ahead;
            ahead = null;
            if (waiting != null) {
                waiting.close();
            }
        } finally {
            try {
                Folders.delete(temporaryFolder);
            } catch (IOException e) {
                // What a test has locked stays in the build's folder; the run's answer is true all the same.
            } finally {
                clones.close();
                if (files != null) {
                    files.close();
                }
            }
        }
    }
}
