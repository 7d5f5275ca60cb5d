package io.github.testhygiene.session;

import io.github.testhygiene.recording.PluginJar;
import io.github.testhygiene.recording.RecorderAddress;
import io.github.testhygiene.recording.RecorderJar;
import io.github.testhygiene.rerun.files.BuildFolder;
import io.github.testhygiene.rerun.files.BuildOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the files of one module lie that no other build may share: the recorder's jar and the runs' temporary files. */
public final class RecorderPlace implements AutoCloseable {

    private final BuildFolder folder;
    private final BuildFolder jarFolder;
    private final Path jar;

    private RecorderPlace(BuildFolder folder, BuildFolder jarFolder, Path jar) {
        this.folder = folder;
        this.jarFolder = jarFolder;
        this.jar = jar;
    }

    /**
     * Writes the jar: into the build's folder, unless failsafe would split its path at a comma.
     *
     * @param folder the build's folder beside the reports; closed with this
     * @param cache the second choice for a jar that cannot be there; the first is the system's folder for temporary files
     * @param address where the recorder listens
     */
    public static RecorderPlace open(BuildFolder folder, Path cache, RecorderAddress address) {
        try {
            BuildFolder jarFolder = folder.withoutComma(elsewhere(cache));
            return new RecorderPlace(folder, jarFolder, RecorderJar.write(jarFolder.path(), address, PluginJar.path()));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Where files of a build can be if they cannot be beside the reports. */
    public static List<Path> elsewhere(Path cache) {
        return List.of(Path.of(System.getProperty("java.io.tmpdir")), cache);
    }

    public Path jar() {
        return jar;
    }

    Path temporaryFolder() {
        return folder.path().resolve("tmp");
    }

    /** The other builds of the module that were running when this one began. */
    public List<BuildOwner> others() {
        return folder.others();
    }

    /** Deletes the jar; a test JVM that starts later has nothing to connect to. */
    void disarm() {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException e) {
            return; // Windows keeps the jar until the JVM that reads it has ended; the end tries again
        }
    }

    @Override
    public void close() {
        jarFolder.close();
        folder.close();
    }
}
