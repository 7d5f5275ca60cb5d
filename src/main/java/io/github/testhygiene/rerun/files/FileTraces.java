package io.github.testhygiene.rerun.files;

import io.github.testhygiene.model.LeakTrace;
import io.github.testhygiene.rerun.files.FileChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which files a run left. Where there are many new ones in one place, the place is named. */
public final class FileTraces {

    private static final String TEMPORARY = "java.io.tmpdir/";
    private static final int FEW = 20;

    private FileTraces() {}

    /**
     * The files of the module.
     *
     * @param changes by path; folders before what is in them
     * @return by path
     */
    public static List<LeakTrace> convert(List<FileChange> changes) {
        return traces("", changes);
    }

    /**
     * The files in a run's own temporary folder, which was empty.
     *
     * @param folder the folder
     * @return by path; empty if it is empty, or gone
     * @throws IOException if it cannot be read
     */
    public static List<LeakTrace> inTemporaryFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<FileChange> created = new ArrayList<>();
        FileTree.read(folder, FileTree.Skipped.NOTHING)
                .forEach((path, state) -> created.add(new FileChange(path, null, state)));
        return traces(TEMPORARY, created);
    }

    private static List<LeakTrace> traces(String prefix, List<FileChange> changes) {
        Map<Path, List<FileChange>> created = new LinkedHashMap<>();
        Set<Path> newFolders = new HashSet<>();
        List<FileChange> named = withoutFullFolders(changes);
        for (FileChange change : changes) {
            if (change.kind() == Kind.CREATED
                    && change.after() != null
                    && change.after().isFolder()) {
                newFolders.add(change.path());
            }
        }
        for (FileChange change : named) {
            if (change.kind() == Kind.CREATED) {
                created.computeIfAbsent(place(change.path(), newFolders), key -> new ArrayList<>())
                        .add(change);
            }
        }
        List<LeakTrace> traces = new ArrayList<>();
        for (FileChange change : named) {
            List<FileChange> there = created.getOrDefault(place(change.path(), newFolders), List.of());
            if (change.kind() != Kind.CREATED || there.size() <= FEW) {
                traces.add(change.trace(prefix));
            } else if (there.get(0).equals(change)) {
                traces.add(many(prefix, place(change.path(), newFolders), there.size()));
            }
        }
        return List.copyOf(traces);
    }

    /** A folder that came or went with what is in it is told by that. */
    private static List<FileChange> withoutFullFolders(List<FileChange> changes) {
        Set<Path> full = new HashSet<>();
        for (FileChange change : changes) {
            full.add(change.path().getParent());
        }
        List<FileChange> named = new ArrayList<>();
        for (FileChange change : changes) {
            if (!full.contains(change.path())) {
                named.add(change);
            }
        }
        return named;
    }

    /** The outermost new folder that it is in, or else the folder that it is in. */
    private static Path place(Path path, Set<Path> newFolders) {
        for (int i = 1; i < path.getNameCount(); i++) {
            Path outer = path.subpath(0, i);
            if (newFolders.contains(outer)) {
                return outer;
            }
        }
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static LeakTrace many(String prefix, Path place, int count) {
        String name = place.toString().replace(place.getFileSystem().getSeparator(), "/");
        String folder = name.isEmpty() ? (prefix.isEmpty() ? "./" : prefix) : prefix + name + "/";
        return new LeakTrace(LeakTrace.Kind.FILE, folder, null, count + " new files");
    }
}
