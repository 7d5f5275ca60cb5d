package io.github.testhygiene.rerun.files;

import io.github.testhygiene.filesystem.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Files that the user's own run left in the build directory and that re-runs must not find. They are copied before they are
 * deleted, and a list of them is written, so that they are restored at the end, or by the next build if this one is killed.
 * Not safe for use by several threads.
 */
public final class KeptFiles {

    private static final String LIST = "list";
    private static final String NONE = "-";

    private final Path folder;
    private final List<Entry> entries;
    private final long limit;
    private long bytes;

    /**
     * A file, folder or link.
     *
     * @param path relative to the build directory
     * @param before how it was before the user's own run; null if it was not there
     * @param after how that run left it; null if it deleted it
     * @param copy the number of the copy of what that run left
     */
    private record Entry(
            Path path, @Nullable FileState before, @Nullable FileState after, int copy) {}

    private KeptFiles(Path folder, List<Entry> entries, long limit) {
        this.folder = folder;
        this.limit = limit;
        this.entries = new ArrayList<>(entries);
    }

    /**
     * Keeps files in a folder of this build's own.
     *
     * @param files the folder for copies of files
     * @param limit at most so many bytes in all
     */
    static KeptFiles in(Path files, long limit) throws IOException {
        Files.createDirectories(files);
        Path folder = Files.createTempDirectory(files, "kept-");
        KeptFiles kept = new KeptFiles(folder, List.of(), limit);
        try {
            kept.write();
        } catch (IOException e) {
            Folders.delete(folder); // without a list it would stay for ever
            throw e;
        }
        return kept;
    }

    Path folder() {
        return folder;
    }

    /** Copies what the user's own run left; false if that cannot be done, so that it has to stay where it is. */
    boolean add(FileChange change, Path file) throws IOException {
        FileState after = change.after();
        if (after != null && after.isFile()) {
            Path copy = folder.resolve(Integer.toString(entries.size()));
            if (after.size() > limit - bytes || !copied(file, after, copy)) {
                return false;
            }
            bytes += after.size();
        }
        entries.add(new Entry(change.path(), change.before(), after, entries.size()));
        return true;
    }

    private static boolean copied(Path file, FileState state, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            FileState now = FileState.at(file);
            if (now != null && state.isSameAs(now) && Files.size(copy) == state.size()) {
                return true;
            }
        } catch (IOException e) {
            // It cannot be read, or was deleted just now: as if it had been written.
        }
        Files.deleteIfExists(copy);
        return false;
    }

    /** Writes the list. Nothing may be deleted before. */
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Owners.self());
        for (Entry each : entries) {
            lines.add(coded(each.path().toString()) + " " + each.copy() + " " + state(each.before()) + " "
                    + state(each.after()));
        }
        Path next = folder.resolve(LIST + ".new");
        Files.write(next, lines);
        Files.move(next, folder.resolve(LIST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Restores everything, and deletes the copies. What cannot be restored stays copied.
     *
     * @param build where the files belong
     * @param mayReplace whether what lies in a path now comes from re-runs only
     * @return what could not be restored: each a part of a sentence
     */
    List<String> restore(RestoredFolder build, Predicate<Path> mayReplace) throws IOException {
        List<String> problems = new ArrayList<>();
        List<Entry> left = new ArrayList<>();
        for (Entry each : inOrder()) {
            try {
                if (!restore(each, build, mayReplace)) {
                    left.add(each);
                    problems.add(
                            build.root().resolve(each.path()) + " was written by another program; what your own run"
                                    + " left is kept as " + folder.resolve(Integer.toString(each.copy())));
                }
            } catch (IOException e) {
                left.add(each);
                problems.add(
                        e + "; what your own run left is kept as " + folder.resolve(Integer.toString(each.copy())));
            }
        }
        if (left.isEmpty()) {
            Folders.delete(folder);
        } else {
            entries.clear();
            entries.addAll(left);
            write();
        }
        return problems;
    }

    /** First what that run deleted, files before their folders; then the rest, the other way round. */
    private List<Entry> inOrder() {
        List<Entry> deleted = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        entries.forEach(each -> (each.after() == null ? deleted : others).add(each));
        Collections.reverse(deleted);
        deleted.addAll(others);
        return deleted;
    }

    private boolean restore(Entry entry, RestoredFolder build, Predicate<Path> mayReplace) throws IOException {
        FileState now = FileState.at(build.root().resolve(entry.path()));
        FileState after = entry.after();
        FileState before = entry.before();
        boolean isOurs = now == null || (before != null && before.isSameAs(now)) || mayReplace.test(entry.path());
        if (after == null) {
            if (now != null && before != null && before.isSameAs(now)) {
                build.delete(entry.path());
            }
            return true;
        } else if (after.isFolder() && now != null && now.isFolder()) {
            return true;
        } else if (now != null && after.isSameAs(now)) {
            return true;
        } else if (!isOurs) {
            return isWhatWasLeft(entry, build.root().resolve(entry.path()));
        }
        build.writeOrMove(entry.path(), after, folder.resolve(Integer.toString(entry.copy())));
        return true;
    }

    private boolean isWhatWasLeft(Entry entry, Path file) throws IOException {
        Path copy = folder.resolve(Integer.toString(entry.copy()));
        return Files.isRegularFile(copy) && Files.isRegularFile(file) && Files.mismatch(copy, file) < 0;
    }

    /**
     * Restores what builds have kept that were killed. What builds keep that are still running is left alone.
     *
     * @param files the folder for copies of files; need not exist
     * @param build where the files belong
     * @return what could not be restored: each a part of a sentence
     */
    static List<String> restoreLeftOvers(Path files, RestoredFolder build) throws IOException {
        List<String> problems = new ArrayList<>();
        if (!Files.isDirectory(files)) {
            return problems;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(files, "kept-*")) {
            for (Path each : folders) {
                // One list that cannot be read must not keep the others' files from being restored.
                try {
                    Optional<KeptFiles> kept = read(each);
                    if (kept.isPresent()) {
                        problems.addAll(kept.get().restore(build, path -> false));
                    }
                } catch (IOException | RuntimeException e) {
                    problems.add(e + "; what an earlier run left is kept in " + each);
                }
            }
        }
        return problems;
    }

    /** What is kept in a folder; empty if its owner lives. */
    private static Optional<KeptFiles> read(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return Optional.empty(); // it is just being made, and nothing was deleted
        }
        List<String> lines = Files.readAllLines(list);
        if (lines.isEmpty() || Owners.lives(lines.get(0))) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            if (words.length != 4) {
                throw new IOException("not a list of kept files: " + list);
            }
            entries.add(new Entry(
                    Path.of(decoded(words[0])), stateOf(words[2]), stateOf(words[3]), Integer.parseInt(words[1])));
        }
        return Optional.of(new KeptFiles(folder, entries, 0));
    }

    private static String state(@Nullable FileState state) {
        if (state == null) {
            return NONE;
        }
        String target = state.target();
        return state.kind() + "," + state.size() + "," + state.modified() + ","
                + (target == null ? NONE : coded(target));
    }

    private static @Nullable FileState stateOf(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        String[] parts = text.split(",", -1);
        return new FileState(
                FileState.Kind.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                FileTime.from(Instant.parse(parts[2])),
                parts[3].equals(NONE) ? null : decoded(parts[3]));
    }

    private static String coded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
