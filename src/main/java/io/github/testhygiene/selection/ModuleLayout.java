package io.github.testhygiene.selection;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a module has what.
 *
 * @param folder the module's own folder
 * @param buildFolder what the build makes is in here
 * @param sourceRoots where sources are, also such as do not exist
 * @param mainClasses the folder of the classes that are tested
 * @param testClasses the folder of the tests' classes
 * @param parents the folders of parents, as far as they are in files
 * @param needs whether the module depends on the one in a folder, or takes a part of its build from there; true if it is
 *     not known
 */
public record ModuleLayout(
        Path folder,
        Path buildFolder,
        List<Path> sourceRoots,
        Path mainClasses,
        Path testClasses,
        Set<Path> parents,
        Predicate<Path> needs) {

    /** Makes all paths absolute, with links resolved, so that they can be compared with what git says. */
    public ModuleLayout {
        folder = RealPath.resolve(folder);
        buildFolder = RealPath.resolve(buildFolder);
        sourceRoots = sourceRoots.stream().map(RealPath::resolve).distinct().toList();
        mainClasses = RealPath.resolve(mainClasses);
        testClasses = RealPath.resolve(testClasses);
        parents = Set.copyOf(parents.stream().map(RealPath::resolve).toList());
        Objects.requireNonNull(needs, "needs");
    }
}
