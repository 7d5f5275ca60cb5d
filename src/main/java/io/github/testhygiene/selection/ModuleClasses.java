package io.github.testhygiene.selection;

import io.github.testhygiene.bytecode.ClassPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        List<ClassFacts> facts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (ClassPlace place = ClassPlace.of(folder)) {
                // What a package or module declares counts for more than the code that names it, and is not listed
                // here.
                for (String name : place.classNames()) {
                    facts.add(facts(place, name));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return facts;
    }

    private static ClassFacts facts(ClassPlace place, String name) throws IOException {
        try {
            return ClassFactsReader.read(place.read(name).orElseThrow(() -> new IOException("it is gone")));
        } catch (IOException e) {
            throw new IOException(name.substring(name.lastIndexOf('.') + 1) + ".class could not be read", e);
        }
    }
}
