package io.github.testhygiene.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The classes of a module.
 *
 * @param byName what each says of others
 * @param tested the names of those that are no test code
 */
record ModuleClasses(Map<String, ClassFacts> byName, Set<String> tested) {

    ModuleClasses {
        byName = Map.copyOf(byName);
        tested = Set.copyOf(tested);
    }

    /**
     * Reads them.
     *
     * @throws IOException if a class file cannot be read
     */
    static ModuleClasses read(Path mainClasses, Path testClasses) throws IOException {
        Map<String, ClassFacts> all = new HashMap<>();
        for (ClassFacts each : readAll(mainClasses)) {
            all.put(each.name(), each);
        }
        Set<String> tested = new HashSet<>(all.keySet());
        for (ClassFacts each : readAll(testClasses)) {
            all.put(each.name(), each); // tests' classes come first on their class path
        }
        return new ModuleClasses(all, tested);
    }

    private static List<ClassFacts> readAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> isClass(folder, file)).toList();
        }
        ClassFacts[] facts = new ClassFacts[files.size()];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = facts(files.get(i));
        }
        return List.of(facts);
    }

    private static ClassFacts facts(Path file) throws IOException {
        try {
            return ClassFactsReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IOException(file.getFileName() + " could not be read", e);
        }
    }

    // What a package or module declares counts for more than the code that names it, so that it must not be found here.
    private static boolean isClass(Path folder, Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".class")
                && !name.equals("package-info.class")
                && !name.equals("module-info.class")
                && !folder.relativize(file).startsWith("META-INF");
    }
}
