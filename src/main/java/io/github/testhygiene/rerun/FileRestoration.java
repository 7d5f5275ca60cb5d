package io.github.testhygiene.rerun;

import io.github.testhygiene.rerun.FileChange.Kind;
import io.github.testhygiene.rerun.ModuleFiles.NotRestored;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts files back. What stands in the way is deleted if it is a build's, and moved otherwise: it may be a person's who works
 * on while the build runs. A file in which the build's own output may be written stays as it is.
 */
final class FileRestoration {

    private final Path root;
    private final FileCopies copies;
    private final Path takenAway;
    private final long limit;
    private final Map<Path, Path> lastTaken = new HashMap<>();
    private long bytes;
    private int number;

    /**
     * For one module.
     *
     * @param root its folder
     * @param copies of the files as they are to be
     * @param takenAway where to move what may be a person's
     * @param limit how many bytes may be moved there
     */
    FileRestoration(Path root, FileCopies copies, Path takenAway, long limit) {
        this.root = root;
        this.copies = copies;
        this.takenAway = takenAway;
        this.limit = limit;
    }

    Optional<Path> takenAway() {
        return lastTaken.isEmpty() ? Optional.empty() : Optional.of(takenAway);
    }

    /**
     * Undoes changes.
     *
     * @param changes by path, folders before what is in them
     * @return those that could not be undone
     */
    List<NotRestored> restore(List<FileChange> changes) {
        List<NotRestored> left = new ArrayList<>();
        List<FileChange> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        Set<FileChange> undone = new HashSet<>(changes);
        nextNumber();
        // Files before the folders that they are in; and the other way round to put them back.
        for (FileChange change : backwards) {
            attempt(change, () -> clear(change), undone, left);
        }
        for (FileChange change : changes) {
            if (undone.contains(change)) {
                attempt(change, () -> putBack(change), undone, left);
            }
        }
        return left;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(FileChange change, Step step, Set<FileChange> undone, List<NotRestored> left) {
        try {
            step.run();
        } catch (LeftAlone e) {
            undone.remove(change);
            left.add(new NotRestored(change, e.getMessage()));
        } catch (DirectoryNotEmptyException e) {
            undone.remove(change);
            left.add(new NotRestored(change, "there is something in it that is not watched" + saved(change)));
        } catch (IOException e) {
            undone.remove(change);
            left.add(new NotRestored(change, e + saved(change)));
        }
    }

    /** Nothing is done on purpose. */
    private static final class LeftAlone extends IOException {

        private static final long serialVersionUID = 1;
        private final String reason;

        LeftAlone(String reason) {
            super(reason);
            this.reason = reason;
        }

        @Override
        public String getMessage() {
            return reason;
        }
    }

    /** A file that could not be put back must not be lost with our copy. */
    private String saved(FileChange change) {
        Path target = takenAway.resolve(Integer.toString(number)).resolve(change.path() + ".before");
        try {
            return copies.save(change.path(), target) ? "; what was in it is kept as " + target : "";
        } catch (IOException e) {
            return "; what was in it could not be kept: " + e;
        }
    }

    /** A build before this one may have left folders. */
    private void nextNumber() {
        do {
            number++;
        } while (Files.exists(takenAway.resolve(Integer.toString(number)), LinkOption.NOFOLLOW_LINKS));
    }

    private void clear(FileChange change) throws IOException {
        FileState before = change.before();
        FileState after = change.after();
        Path file = root.resolve(change.path());
        if (before != null && before.isFile() && !copies.has(change.path())) {
            throw new LeftAlone("its contents were not copied");
        } else if (before != null && before.kind() == FileState.Kind.OTHER) {
            throw new LeftAlone("it was neither file nor folder");
        } else if (change.kind() == Kind.CHANGED
                && UnwatchedFiles.mayBeTheBuildsLog(change.path())
                && copies.isContinuedBy(change.path(), file)) {
            throw new LeftAlone("it was only written on, so that it may be the log of this build");
        }
        if (after != null) {
            remove(change.path(), file, after);
        }
    }

    private void remove(Path path, Path file, FileState state) throws IOException {
        if (!state.isFile() || UnwatchedFiles.isMadeByTheBuild(path) || wasTaken(path, file)) {
            Files.deleteIfExists(file);
            return;
        }
        if (bytes + state.size() > limit) {
            throw new LeftAlone("no room is left in " + takenAway + " to keep what is there now");
        }
        Path kept = takenAway.resolve(Integer.toString(number)).resolve(path.toString());
        Files.createDirectories(kept.getParent());
        Files.move(file, kept);
        lastTaken.put(path, kept);
        bytes += state.size();
    }

    // Each run of the same test leaves the same file: one of them is enough.
    private boolean wasTaken(Path path, Path file) throws IOException {
        Path kept = lastTaken.get(path);
        return kept != null && Files.exists(kept) && Files.exists(file) && Files.mismatch(kept, file) < 0;
    }

    private void putBack(FileChange change) throws IOException {
        FileState before = change.before();
        if (before == null) {
            return;
        }
        Path file = root.resolve(change.path());
        switch (before.kind()) {
            case FILE -> copies.putBack(change.path(), file, before);
            case FOLDER -> Files.createDirectory(file);
            case LINK -> Files.createSymbolicLink(file, Path.of(String.valueOf(before.target())));
            case OTHER -> throw new IOException("it was neither file nor folder");
        }
    }
}
