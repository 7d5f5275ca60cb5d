package io.github.testhygiene.rerun.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a module, outside its build directory, that are not watched: those of version control, of editors, of other
 * modules and of servers, logs, and source code, which the tests read in its compiled form only. Which folders are modules is
 * decided once, when they are first seen, so that a test can hide nothing with a {@code pom.xml}.
 */
public final class UnwatchedFiles implements FileTree.Skipped {

    private static final String SOURCE_FOLDER = "src";
    private static final Set<String> FOLDERS_ANYWHERE =
            Set.of(".git", ".hg", ".svn", "node_modules", ".idea", ".vscode", ".settings", ".gradle", ".mvn");
    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "groovy", "scala");
    private static final Set<String> SOURCES = Set.of("java", "kt", "kts", "groovy", "scala");

    private final Path root;
    private final Set<Path> given;
    private final Set<Path> modules = new HashSet<>();
    private boolean modulesKnown;

    /**
     * The unwatched files of one module.
     *
     * @param root its folder
     * @param given what else to leave out, such as the build directory; relative to the root or absolute
     */
    UnwatchedFiles(Path root, Set<Path> given) {
        this.root = root;
        this.given = new HashSet<>();
        given.forEach(each -> this.given.add(root.resolve(each).normalize()));
    }

    /** From now on no other folder is a module. */
    void modulesAreKnown() {
        modulesKnown = true;
    }

    @Override
    public boolean folder(Path path) {
        return given.contains(root.resolve(path))
                || FOLDERS_ANYWHERE.contains(last(path))
                || isModule(path)
                || ServerFiles.areIn(root.resolve(path));
    }

    private boolean isModule(Path path) {
        // Below src a project is test data.
        if (!modulesKnown
                && !path.startsWith(SOURCE_FOLDER)
                && Files.exists(root.resolve(path).resolve("pom.xml"))) {
            modules.add(path);
        }
        return modules.contains(path);
    }

    @Override
    public boolean file(Path path) {
        String name = last(path);
        if (given.contains(root.resolve(path))
                || name.equals(".DS_Store")
                || name.endsWith(".swp")
                || name.endsWith("~")
                || LogFiles.isOne(name)) {
            return true;
        }
        if (path.getNameCount() == 1) {
            return name.equals("pom.xml");
        }
        return path.startsWith(SOURCE_FOLDER)
                && path.getNameCount() > 3
                && LANGUAGES.contains(path.getName(2).toString())
                && SOURCES.contains(extension(name));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }
}
