package io.github.testhygiene.rerun.files;

import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.model.LeftFiles;
import io.github.testhygiene.model.Recording;
import io.github.testhygiene.model.TestId;
import io.github.testhygiene.plan.RunRequest;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a module's files. The rules:
 *
 * <ul>
 *   <li>Outside the build directory nothing is written, moved or deleted: {@link RestoredFolder} cannot.
 *   <li>In the build directory, what Maven, its plugins and editors write ({@link BuildProducts}) is not touched either, nor
 *       what a process has open.
 *   <li>What the user's own run left there, that is what was last written between the start of its first JVM and two seconds
 *       after its last one reported, is copied first ({@link KeptFiles}), then undone, and restored at the end: by this build,
 *       or by the next one if this one is killed.
 *   <li>What a re-run left there is undone only if it is proven to come from tests ({@link FileWriteLog}): written in at
 *       least two runs, of which the user's own is one, never while no test ran, and not since it was last seen.
 *   <li>Everything else stays as it is. While it differs from how the first test found it, the results of runs are doubtful.
 * </ul>
 *
 * <p>Not safe for use by several threads.
 */
public final class ModuleFiles {

    private static final int SECONDS_OF_AN_END = 2;
    private static final int NAMED = 3;
    private static final String BEFORE = "before-";

    private final FilePlaces places;
    private final RestoredFolder build;
    private final Consumer<String> warn;
    private final FileWriteLog sightings = new FileWriteLog();
    private final List<Watch> watches = new ArrayList<>();
    private final Set<TestId> sinceLastScan = new HashSet<>();
    private final Map<TestId, NavigableSet<String>> doubts = new HashMap<>();
    private final NavigableSet<String> leftOutside = new TreeSet<>();
    private List<Change> current = List.of();
    private @Nullable FileCopies copies;
    private @Nullable Path ownCopies;
    private @Nullable KeptFiles kept;
    private boolean begun;
    private boolean running;
    private boolean undone;
    private boolean warned;

    /**
     * A folder that is watched.
     *
     * @param files what is in it
     * @param name the folder's own name, relative to the module
     * @param undone whether what re-runs leave in it may be undone
     */
    private record Watch(WatchedFiles files, Path name, boolean undone) {

        String name(Path path) {
            Path full = name.resolve(path);
            return full.toString().replace(full.getFileSystem().getSeparator(), "/");
        }
    }

    /**
     * Something that differs from how the first test found it.
     *
     * @param name relative to the module, with slashes
     * @param named the change, by that name
     * @param change the change, relative to the folder that is watched
     * @param inBuildDirectory whether it may be undone
     */
    record Change(String name, FileChange named, FileChange change, boolean inBuildDirectory) {}

    /**
     * What was seen of all folders.
     *
     * @param written the names of what was written since the last time
     * @param changes what differs from how the first test found it
     */
    record Seen(Set<String> written, List<Change> changes) {}

    ModuleFiles(FilePlaces places, Consumer<String> warn) {
        this.places = places;
        this.build = new RestoredFolder(places.buildDirectory());
        this.warn = warn;
    }

    void recover() {
        try {
            KeptFiles.restoreLeftOvers(places.folder(), build)
                    .forEach(problem -> warn.accept("A build before this one was ended by force: " + problem));
            ModuleCopies.deleteLeftOvers(places.folder());
            if (Owners.deleteLeftOvers(places.folder(), BEFORE)) {
                build.deleteUnfinished();
            }
        } catch (IOException e) {
            warnOnce(e.toString());
        }
    }

    /** Remembers how everything is; does nothing the second time. */
    void beforeTests() {
        if (begun) {
            return;
        }
        begun = true;
        Set<Path> ignored = new HashSet<>(places.ignored());
        ignored.add(places.folder());
        if (places.buildDirectoryIsSeparate()) {
            FileCopies before = newCopies();
            copies = before;
            Set<Path> products = new HashSet<>(ignored);
            products.addAll(places.classes());
            FileContents contents = before == null ? new FileDigests(FileLimits.DEFAULT) : before;
            BuildProducts built = new BuildProducts(places.buildDirectory(), products);
            watch(places.buildDirectory(), built, contents, before != null);
            ignored.add(places.buildDirectory());
        }
        UnwatchedFiles unwatched = new UnwatchedFiles(places.module(), ignored);
        watch(places.module(), unwatched, new FileDigests(FileLimits.DEFAULT), false);
        unwatched.modulesAreKnown();
        for (Path each : places.classes()) {
            if (!each.startsWith(places.module()) || each.startsWith(places.buildDirectory())) {
                watch(each, FileTree.Skipped.NOTHING, new FileDigests(FileLimits.DEFAULT), false);
            }
        }
    }

    private @Nullable FileCopies newCopies() {
        try {
            Path own = Owners.createFolder(places.folder(), BEFORE);
            ownCopies = own;
            return new FileCopies(own, FileLimits.DEFAULT);
        } catch (IOException e) {
            warnOnce(e.toString());
            return null;
        }
    }

    private void watch(Path root, FileTree.Skipped skipped, FileContents contents, boolean undone) {
        try {
            WatchedFiles files = WatchedFiles.watch(root, skipped, contents, FileLimits.DEFAULT);
            watches.add(new Watch(files, places.name(root), undone));
        } catch (IOException e) {
            warnOnce(e.toString());
        }
    }

    /**
     * The user's own run is over. Does nothing the second time.
     *
     * @param undoing whether what it left in the build directory is kept and undone
     */
    void afterTests(Recording recording, boolean undoing) {
        if (!begun || running) {
            return;
        }
        running = true;
        Instant ended = recording.startedAt().plus(recording.duration()).plusSeconds(SECONDS_OF_AN_END);
        Set<String> late = new HashSet<>();
        Seen seen = scan(late, ended);
        Set<String> inTime = new HashSet<>(seen.written());
        inTime.removeAll(late);
        sightings.whileTestsRan(
                inTime, recording.tests().stream().map(test -> test.id()).toList());
        sightings.whileNothingRan(late);
        noteOutside(seen);
        if (!undoing) {
            return;
        }
        undone = true;
        keepAndUndo(seen.changes().stream()
                .filter(change -> change.inBuildDirectory() && inTime.contains(change.name()))
                .toList());
    }

    private void keepAndUndo(List<Change> left) {
        Set<Path> open = open(left);
        List<Change> taken = new ArrayList<>();
        try {
            for (Change each : left) {
                if (!open.contains(place(each)) && canBeUndone(each)) {
                    KeptFiles keeping =
                            kept == null ? KeptFiles.in(places.folder(), FileLimits.DEFAULT.bytesOfAll()) : kept;
                    kept = keeping;
                    if (keeping.add(each.change(), place(each))) {
                        taken.add(each);
                    }
                }
            }
            if (kept != null) {
                kept.write();
            }
        } catch (IOException e) {
            warnOnce(e.toString());
            return;
        }
        undo(taken);
    }

    /** Nothing runs, or has run since the last time: what was written comes from others. */
    void whileNothingRan() {
        if (running) {
            Seen seen = scan(new HashSet<>(), Instant.MIN);
            sightings.whileNothingRan(seen.written());
            noteOutside(seen);
        }
    }

    /** What was written since the last time, by tests or by others while they ran. */
    Seen whileTestsRan() {
        if (!running) {
            return new Seen(Set.of(), List.of());
        }
        Seen seen = scan(new HashSet<>(), Instant.MAX);
        sightings.whileTestsRan(seen.written(), sinceLastScan);
        noteOutside(seen);
        return seen;
    }

    private void noteOutside(Seen seen) {
        seen.changes().stream()
                .filter(change -> !change.inBuildDirectory() && !isFolder(change))
                .map(Change::name)
                .filter(name -> !isBuilt(name))
                .forEach(leftOutside::add);
    }

    /** Where nothing can be copied, nothing is undone in the build directory; it is no source tree for that. */
    private boolean isBuilt(String name) {
        return places.buildDirectoryIsSeparate() && Path.of(name).startsWith(places.name(places.buildDirectory()));
    }

    private static boolean isFolder(Change change) {
        FileState state = change.change().after();
        return state != null && state.isFolder();
    }

    /** A run has left something in its private copy of the module, where nobody else writes. */
    void leftInCopy(RunRequest request, List<FileChange> changes) {
        Path buildDirectory = places.name(places.buildDirectory());
        List<Path> classes = places.classes().stream().map(places::name).toList();
        List<String> names = new ArrayList<>();
        for (FileChange each : changes) {
            boolean built = each.path().startsWith(buildDirectory)
                    && classes.stream().noneMatch(folder -> each.path().startsWith(folder));
            FileState after = each.after();
            if (!built
                    && (after == null || !after.isFolder())
                    && !LogFiles.isOne(each.path().getFileName().toString())) {
                names.add(each.name());
            }
        }
        sightings.whileTestsRan(names, request.ids());
        ended(request, Set.copyOf(names), Set.of(), List.of());
        leftOutside.addAll(names);
    }

    void startsToRun(Collection<TestId> tests) {
        sinceLastScan.addAll(tests);
    }

    /** What differs now, and is neither usual nor a folder. */
    Set<String> standing(Predicate<String> usual) {
        Set<String> names = new HashSet<>();
        for (Change each : current) {
            if (!isFolder(each) && !usual.test(each.name())) {
                names.add(each.name());
            }
        }
        return names;
    }

    boolean writerIsKnown(String name) {
        return sightings.writer(name).isPresent();
    }

    /** What was written outside the build directory, and is not proven to be the given tests' own. */
    Set<String> writtenOutside(Seen seen, Collection<TestId> tests) {
        Set<String> names = new HashSet<>();
        for (Change each : seen.changes()) {
            boolean own = sightings.writer(each.name()).filter(tests::contains).isPresent();
            if (!each.inBuildDirectory()
                    && !isFolder(each)
                    && !own
                    && seen.written().contains(each.name())) {
                names.add(each.name());
            }
        }
        return names;
    }

    /**
     * A run has ended.
     *
     * @param written what was written in its time
     * @param seen what differed in its time, and may have influenced it
     * @param active the tests that are still running
     */
    void ended(RunRequest request, Set<String> written, Set<String> seen, Collection<TestId> active) {
        sightings.runEnded(
                written,
                request.ids().stream()
                        .filter(id -> !request.experiment().fixturesOnly().contains(id))
                        .toList());
        sinceLastScan.clear();
        sinceLastScan.addAll(active);
        if (!seen.isEmpty()) {
            request.ids().forEach(id -> doubts.computeIfAbsent(id, key -> new TreeSet<>())
                    .addAll(seen));
        }
    }

    /** Undoes what is proven to come from tests. */
    void undo() {
        if (!running || !undone || copies == null) {
            return;
        }
        List<Change> proven = current.stream()
                .filter(change -> change.inBuildDirectory() && sightings.isFromTests(change.name()))
                .toList();
        Set<Path> open = open(proven);
        undo(proven.stream()
                .filter(change -> canBeUndone(change) && !open.contains(place(change)))
                .toList());
    }

    private boolean canBeUndone(Change change) {
        FileState before = change.change().before();
        FileCopies known = copies;
        try {
            return known != null
                    && buildWatch().isAsLastSeen(change.change().path())
                    && (before == null
                            || !before.isFile()
                            || known.of(change.change().path()).isPresent());
        } catch (IOException e) {
            return false;
        }
    }

    private Set<Path> open(List<Change> changes) {
        return OpenFiles.among(changes.stream()
                .filter(change -> change.change().after() != null)
                .map(this::place)
                .toList());
    }

    private Path place(Change change) {
        return build.root().resolve(change.change().path());
    }

    private WatchedFiles buildWatch() {
        return watches.stream()
                .filter(Watch::undone)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the build directory is not watched"))
                .files();
    }

    /** Files before the folders that they are in; and the other way round to restore them. */
    private void undo(List<Change> changes) {
        Set<String> undone = new HashSet<>();
        List<Change> backwards = new ArrayList<>(changes);
        Collections.reverse(backwards);
        for (Change each : backwards) {
            if (each.change().before() == null) {
                attempt(each, undone, path -> build.delete(path));
            }
        }
        for (Change each : changes) {
            FileState before = each.change().before();
            if (before != null) {
                attempt(each, undone, path -> build.write(path, before, copy(path)));
            }
        }
        current = current.stream().filter(each -> !undone.contains(each.name())).toList();
    }

    private Path copy(Path path) {
        FileCopies known = copies;
        return known == null ? path : known.of(path).orElse(path);
    }

    private interface Step {
        void run(Path path) throws IOException;
    }

    private void attempt(Change change, Set<String> undone, Step step) {
        Path path = change.change().path();
        try {
            if (!buildWatch().isAsLastSeen(path)) {
                return; // it was written just now: by whom, only the next look can tell
            }
            step.run(path);
            buildWatch().restored(path);
            undone.add(change.name());
        } catch (DirectoryNotEmptyException e) {
            return; // it holds what has to stay
        } catch (IOException e) {
            warnOnce(e.toString());
        }
    }

    private Seen scan(Set<String> late, Instant ended) {
        Set<String> written = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (Watch watch : watches) {
            try {
                WatchedFiles.Scan scan = watch.files().scan();
                for (Path path : scan.written()) {
                    written.add(watch.name(path));
                    if (lastWritten(watch.files().root().resolve(path)).isAfter(ended)) {
                        late.add(watch.name(path));
                    }
                }
                scan.changes()
                        .forEach(change -> changes.add(new Change(
                                watch.name(change.path()), change.in(watch.name()), change, watch.undone())));
            } catch (IOException e) {
                warnOnce(e.toString());
            }
        }
        current = List.copyOf(changes);
        return new Seen(written, current);
    }

    /** The system's own time of the last change, which no program sets, where there is one. */
    private static Instant lastWritten(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS) instanceof FileTime time
                    && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                return time.toInstant();
            }
            return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                    ? Instant.MIN
                    : Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            return Instant.MIN; // it was deleted
        }
    }

    Optional<String> doubt(TestId id) {
        NavigableSet<String> names = doubts.get(id);
        if (names == null) {
            return Optional.empty();
        }
        return Optional.of(named(names) + (names.size() == 1 ? " was" : " were")
                + " not as the first test found " + (names.size() == 1 ? "it" : "them")
                + " when it was run again, and what others may have written is not restored;"
                + " <files>copy</files> gives re-runs files of their own");
    }

    private static String named(Collection<String> names) {
        List<String> first = names.stream().limit(NAMED).toList();
        int more = names.size() - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }

    List<LeftFiles> leftFiles() {
        Map<TestId, List<String>> byTest = new LinkedHashMap<>();
        for (String name : leftOutside) {
            sightings.writer(name).ifPresent(test -> byTest.computeIfAbsent(test, key -> new ArrayList<>())
                    .add(name));
        }
        List<LeftFiles> left = new ArrayList<>();
        byTest.forEach((test, names) -> left.add(new LeftFiles(test, names)));
        return left;
    }

    List<String> changedByUnknown() {
        return leftOutside.stream()
                .filter(name -> sightings.writer(name).isEmpty())
                .toList();
    }

    void warnOnce(String reason) {
        if (!warned) {
            warned = true;
            warn.accept("Files that tests leave in " + places.module() + " may be found by other tests: " + reason);
        }
    }

    /**
     * Restores what the user's own run left. Does nothing the second time.
     *
     * @param testsRan whether tests may have written since the last time
     */
    void close(boolean testsRan) {
        if (!begun) {
            return;
        }
        begun = false;
        try {
            if (testsRan) {
                whileTestsRan();
            } else {
                whileNothingRan();
            }
            undo();
            KeptFiles keeping = kept;
            if (keeping != null) {
                keeping.restore(build, this::isFromTests).forEach(warn);
            }
            deleteOwn();
        } catch (IOException e) {
            warnOnce(e.toString());
        }
        running = false;
        watches.clear();
    }

    private boolean isFromTests(Path path) {
        return watches.stream().filter(Watch::undone).anyMatch(watch -> sightings.isFromTests(watch.name(path)));
    }

    private void deleteOwn() throws IOException {
        Path before = ownCopies;
        if (before != null) {
            Folders.delete(before);
        }
        try {
            if (kept != null || Files.isDirectory(places.folder())) {
                Files.deleteIfExists(places.folder());
            }
        } catch (DirectoryNotEmptyException e) {
            return; // something is kept that could not be restored
        }
    }
}
