package io.github.testhygiene.rerun;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a module that tests do not leave, so that nobody looks at them and nobody puts them back: those of Maven, of
 * its plugins, of version control, of editors, of other modules; and source code, which is a person's while the build runs.
 * Which folders are modules is decided once, when they are first seen, so that a test can hide nothing with a {@code pom.xml}.
 */
final class UnwatchedFiles implements FileTree.Skipped {

    private static final String BUILD_FOLDER = "target";
    private static final String SOURCE_FOLDER = "src";
    private static final Set<String> FOLDERS_ANYWHERE =
            Set.of(".git", ".hg", ".svn", "node_modules", ".idea", ".vscode", ".settings", ".gradle");
    /** Whose folder holds one of these belongs to a server that may be running: to change a file there destroys it. */
    private static final Set<String> SERVERS_FILES = Set.of(
            "PG_VERSION", "postmaster.pid", "ibdata1", "WiredTiger", "appendonlydir", "dump.rdb", "meta.properties");

    private static final Set<String> FOLDERS_IN_BUILD = Set.of(
            "test-hygiene",
            "failsafe-reports",
            "surefire-reports",
            "surefire",
            "maven-status",
            "maven-archiver",
            "antrun",
            "site");
    private static final Set<String> PRODUCTS = Set.of("jar", "war", "ear", "original", "exec");
    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "groovy", "scala");
    private static final Set<String> SOURCES = Set.of("java", "kt", "kts", "groovy", "scala");

    private final Path root;
    private final Set<Path> given;
    private final Set<Path> modules = new HashSet<>();
    private boolean modulesKnown;

    /**
     * For one module.
     *
     * @param root its folder
     * @param given what else to leave out, relative to the root or absolute
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
        if (given.contains(root.resolve(path)) || FOLDERS_ANYWHERE.contains(last(path))) {
            return true;
        }
        if (path.getNameCount() == 2 && path.startsWith(BUILD_FOLDER)) {
            return FOLDERS_IN_BUILD.contains(last(path));
        }
        return isModule(path) || belongsToAServer(root.resolve(path));
    }

    private static boolean belongsToAServer(Path folder) {
        return SERVERS_FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    /** Leaves something else out from now on. */
    void leaveOut(Path path) {
        given.add(root.resolve(path).normalize());
    }

    private boolean isModule(Path path) {
        // Below src a project is test data.
        if (!modulesKnown
                && !path.startsWith(SOURCE_FOLDER)
                && !path.startsWith(BUILD_FOLDER)
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
                || name.endsWith("~")) {
            return true;
        }
        String extension = extension(name);
        if (path.getNameCount() == 1) {
            return name.equals("pom.xml") || extension.equals("log");
        } else if (path.startsWith(BUILD_FOLDER)) {
            return path.getNameCount() == 2 && (PRODUCTS.contains(extension) || extension.equals("log"));
        }
        return path.startsWith(SOURCE_FOLDER)
                && path.getNameCount() > 3
                && LANGUAGES.contains(path.getName(2).toString())
                && SOURCES.contains(extension);
    }

    /** Whether what is there is made anew by every build. */
    static boolean isMadeByTheBuild(Path path) {
        return path.startsWith(BUILD_FOLDER);
    }

    /** Whether a person who keeps the build's output may have it written there, under whatever name. */
    static boolean mayBeTheBuildsLog(Path path) {
        return path.getNameCount() == 1 || (path.getNameCount() == 2 && path.startsWith(BUILD_FOLDER));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }
}
