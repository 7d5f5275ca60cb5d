package io.github.testhygiene.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which classes changed files make. Whatever cannot be told apart makes it unclear: better too many tests than one too
 * few.
 */
final class ChangedSources {

    private static final Set<String> DOCUMENTS = Set.of("md", "adoc");
    private static final Set<String> UNREAD = Set.of(".gitignore", ".gitattributes", ".editorconfig");
    private static final List<String> UNREAD_BEGINNINGS = List.of("readme", "license", "notice", "changelog");

    private final ModuleLayout layout;
    private final Path root;
    private final Map<String, Set<String>> bySource = new HashMap<>();

    /**
     * For one module.
     *
     * @param root the top folder of the repository
     */
    ChangedSources(ModuleLayout layout, Path root, ModuleClasses classes) {
        this.layout = layout;
        this.root = root;
        for (ClassFacts each : classes.byName().values()) {
            if (each.source() != null) {
                bySource.computeIfAbsent(each.source(), key -> new HashSet<>()).add(each.name());
            }
        }
    }

    /** The classes of all these files; ends at the first file of which that is not clear. */
    ChangedClasses of(List<ChangedFile> files) {
        Set<String> names = new HashSet<>();
        for (ChangedFile file : files) {
            ChangedClasses one = of(file);
            if (one.unclear() != null) {
                return one;
            }
            names.addAll(one.names());
        }
        return new ChangedClasses(names, null);
    }

    private ChangedClasses of(ChangedFile file) {
        if (file.path().startsWith(layout.buildFolder()) || isDocument(file.path())) {
            return new ChangedClasses(Set.of(), null);
        }
        if (contains(file.path(), ".mvn")) {
            return ChangedClasses.unclear(shown(file) + " differs, which is for the whole build");
        }
        Path owner = owner(file.path());
        if (layout.folder().equals(owner)) {
            return ofOwn(file);
        }
        if (owner == null
                || layout.folder().startsWith(owner)
                || layout.parents().contains(owner)) {
            return ChangedClasses.unclear(shown(file) + " differs, which belongs to no other module");
        }
        return layout.needs().test(owner)
                ? ChangedClasses.unclear(shown(file) + " differs, in a module that this one needs")
                : new ChangedClasses(Set.of(), null);
    }

    private ChangedClasses ofOwn(ChangedFile file) {
        if (layout.sourceRoots().stream().noneMatch(file.path()::startsWith) || !SourceText.isSource(file.path())) {
            return ChangedClasses.unclear(shown(file) + " differs, and any test may depend on it");
        }
        if (file.deleted()) {
            return ChangedClasses.unclear(shown(file) + " is deleted, and nothing says who used it");
        }
        try {
            Set<String> names =
                    bySource.getOrDefault(SourceText.read(file.path()).place(), Set.of());
            return names.isEmpty()
                    ? ChangedClasses.unclear(shown(file) + " differs, and no class says that it is made from it")
                    : new ChangedClasses(names, null);
        } catch (IOException e) {
            return ChangedClasses.unclear(shown(file) + " differs, and could not be read");
        }
    }

    /** The folder of the module to which a file belongs: the next one above it with a POM. Null if there is none. */
    private @Nullable Path owner(Path file) {
        Path folder = file.getParent();
        while (folder != null && folder.startsWith(root)) {
            if (Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        return null;
    }

    /** Whether it is for people, and lies where no test looks for files. */
    private boolean isDocument(Path file) {
        if (contains(file, ".github")) {
            return true;
        }
        boolean read = contains(file, "src") || layout.sourceRoots().stream().anyMatch(file::startsWith);
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !read
                && (UNREAD.contains(name)
                        || UNREAD_BEGINNINGS.stream().anyMatch(name::startsWith)
                        || DOCUMENTS.contains(name.substring(name.lastIndexOf('.') + 1)));
    }

    private boolean contains(Path file, String folder) {
        return file.startsWith(root)
                && Stream.of(root.relativize(file).toString().split("[/\\\\]")).anyMatch(folder::equals);
    }

    private String shown(ChangedFile file) {
        return "`" + root.relativize(file.path()).toString().replace('\\', '/') + "`";
    }
}
