package io.github.testhygiene.rerun.files;

import io.github.testhygiene.model.LaunchRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One private copy of a module's folder. It is one run's at a time. */
public final class ModuleCopy {

    private final Path root;
    private final Path master;
    private final Pattern places;
    private final WatchedFiles files;

    /**
     * A copy that was just made.
     *
     * @param module the module's folder
     * @param root the copy
     * @param master what it was copied from, and is restored from
     */
    ModuleCopy(Path module, Path root, Path master) throws IOException {
        this.root = root;
        this.master = master;
        // All names in one pass, since what replaces one of them may hold another; the longest that fits.
        String names = Stream.of(module, module.toRealPath())
                .flatMap(each -> Stream.of(each.toString(), rawPath(each)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        // Not a longer name that only starts or ends like it.
        this.places = Pattern.compile("(?<![\\w.-])(?:" + names + ")(?![\\w.-])");
        FileLimits everything = new FileLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        this.files = WatchedFiles.watch(root, FileTree.Skipped.NOTHING, new Master(), everything);
    }

    private static String rawPath(Path folder) {
        String path = folder.toUri().getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The contents are those of the master. */
    private final class Master implements FileContents {

        @Override
        public void add(Path path, Path file, FileState state) {
            // The master holds it.
        }

        @Override
        public boolean isEqualTo(Path path, Path file) {
            try {
                return Files.mismatch(master.resolve(path), file) < 0;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public boolean isContinuedBy(Path path, Path file) {
            return false;
        }
    }

    /** The recipe with every path that points into the module pointing into the copy. */
    public LaunchRecipe moved(LaunchRecipe recipe) throws IOException {
        String workingDirectory = moved(recipe.workingDirectory());
        if (Path.of(workingDirectory).startsWith(root)) {
            Files.createDirectories(Path.of(workingDirectory));
        }
        return new LaunchRecipe(
                recipe.javaHome(),
                moved(recipe.inputArguments()),
                moved(recipe.classPath()),
                moved(recipe.launcherPath()),
                moved(recipe.systemProperties()),
                moved(recipe.environment()),
                workingDirectory,
                moved(recipe.configurationParameters()),
                recipe.maxHeapBytes());
    }

    private List<String> moved(List<String> texts) {
        return texts.stream().map(this::moved).toList();
    }

    private Map<String, String> moved(Map<String, String> texts) {
        Map<String, String> moved = new HashMap<>();
        texts.forEach((name, text) -> moved.put(name, moved(text)));
        return moved;
    }

    String moved(String text) {
        // What was moved before holds the module's own path, and must not be moved again.
        return text.contains(root.toString())
                ? text
                : places.matcher(text).replaceAll(Matcher.quoteReplacement(root.toString()));
    }

    Path root() {
        return root;
    }

    /** What differs from how the first test found it. */
    public List<FileChange> changes() throws IOException {
        return files.scan().changes();
    }

    /** Makes it as it was; false if that cannot be done. */
    boolean restore() {
        try {
            RestoredFolder folder = new RestoredFolder(root);
            List<FileChange> changes = files.scan().changes();
            List<FileChange> backwards = new ArrayList<>(changes);
            Collections.reverse(backwards);
            for (FileChange each : backwards) {
                FileState before = each.before();
                if (before == null
                        || each.after() == null
                        || before.kind() != each.after().kind()) {
                    folder.delete(each.path());
                }
            }
            for (FileChange each : changes) {
                FileState before = each.before();
                if (before != null) {
                    folder.write(each.path(), before, master.resolve(each.path()));
                }
            }
            return files.scan().changes().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
