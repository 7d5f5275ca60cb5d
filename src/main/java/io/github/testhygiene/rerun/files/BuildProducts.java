package io.github.testhygiene.rerun.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * What Maven, its plugins and editors write into a build directory. It is neither restored nor watched there, whoever wrote
 * it: classes, generated sources, reports, archives, logs, hidden files, other modules' build directories and servers' files.
 */
public final class BuildProducts implements FileTree.Skipped {

    private static final Set<String> FOLDERS = Set.of(
            "classes",
            "test-classes",
            "test-hygiene",
            "surefire",
            "failsafe",
            "maven-status",
            "maven-archiver",
            "maven-shared-archive-resources",
            "antrun",
            "apidocs",
            "archive-tmp",
            "dependency",
            "dependency-maven-plugin-markers",
            "javadoc-bundle-options",
            "site",
            "staging",
            "jib-cache",
            "docker",
            "quarkus-app",
            "node",
            "node_modules",
            "local-repo");
    private static final Set<String> PRODUCTS =
            Set.of("jar", "war", "ear", "zip", "gz", "original", "exec", "class", "pid", "lst", "args");

    private final Path root;
    private final Set<Path> given;

    /**
     * The products in one build directory.
     *
     * @param root the build directory; absolute
     * @param given what else is a product; absolute
     */
    BuildProducts(Path root, Set<Path> given) {
        this.root = root;
        this.given = Set.copyOf(given);
    }

    @Override
    public boolean folder(Path path) {
        String name = String.valueOf(path.getFileName());
        if (name.startsWith(".") || given.contains(root.resolve(path))) {
            return true;
        }
        boolean first = path.getNameCount() == 1;
        return (first && isProduct(name)) || ServerFiles.areIn(root.resolve(path));
    }

    private static boolean isProduct(String name) {
        return FOLDERS.contains(name)
                || name.startsWith("generated-")
                || name.endsWith("-classes")
                || name.endsWith("-reports")
                || name.endsWith("-report");
    }

    @Override
    public boolean file(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return name.startsWith(".")
                || LogFiles.isOne(name)
                || given.contains(root.resolve(path))
                || (path.getNameCount() == 1 && PRODUCTS.contains(extension));
    }
}
