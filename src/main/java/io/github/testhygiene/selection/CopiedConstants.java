package io.github.testhygiene.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may hold a copy of whose constants. Compilers copy the values, and leave no trace of where they are from; so the
 * sources are asked who writes the constant's name, and that of its class or of one that inherits it.
 */
final class CopiedConstants {

    private final ModuleClasses classes;
    private final Map<String, List<ClassFacts>> byConstant = new HashMap<>();
    private final Map<String, Set<String>> namesOf = new HashMap<>();

    private CopiedConstants(ModuleClasses classes) {
        this.classes = classes;
        for (ClassFacts each : classes.byName().values()) {
            each.constants().forEach(name -> byConstant
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(each));
        }
        classes.byName().values().forEach(each -> addNameTo(each, simple(each.name()), new HashSet<>()));
    }

    /**
     * Looks into the sources.
     *
     * @return for each class the ones whose constants it may hold, by internal names
     * @throws IOException if a source cannot be read
     */
    static Map<String, Set<String>> in(ModuleClasses classes, List<Path> sourceRoots) throws IOException {
        CopiedConstants constants = new CopiedConstants(classes);
        Map<String, Set<String>> copied = new HashMap<>();
        if (!constants.byConstant.isEmpty()) {
            Map<String, List<String>> bySource = constants.bySource();
            for (Path file : sources(sourceRoots)) {
                SourceText source = SourceText.read(file);
                List<String> here = bySource.getOrDefault(source.place(), List.of());
                if (!here.isEmpty()) {
                    Set<String> from = constants.namedIn(source.words());
                    here.forEach(name ->
                            copied.computeIfAbsent(name, key -> new HashSet<>()).addAll(from));
                }
            }
        }
        return copied;
    }

    private static List<Path> sources(List<Path> roots) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> SourceText.isSource(file) && Files.isRegularFile(file))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private Map<String, List<String>> bySource() {
        return classes.byName().values().stream()
                .filter(each -> each.source() != null)
                .collect(Collectors.groupingBy(
                        each -> String.valueOf(each.source()),
                        Collectors.mapping(ClassFacts::name, Collectors.toList())));
    }

    private Set<String> namedIn(Set<String> words) {
        return words.stream()
                .flatMap(word -> byConstant.getOrDefault(word, List.of()).stream())
                .filter(each -> needsNoClass(each)
                        || namesOf.getOrDefault(each.name(), Set.of()).stream().anyMatch(words::contains))
                .map(ClassFacts::name)
                .collect(Collectors.toSet());
    }

    /** Kotlin's constants may stand outside of any class. */
    private static boolean needsNoClass(ClassFacts declaring) {
        return declaring.source() == null || declaring.source().endsWith(".kt");
    }

    /** A constant can be named by its class and by all that inherit it. */
    private void addNameTo(ClassFacts each, String name, Set<String> seen) {
        if (!seen.add(each.name())) {
            return;
        }
        namesOf.computeIfAbsent(each.name(), key -> new HashSet<>()).add(name);
        Stream.concat(Stream.ofNullable(each.superName()), each.interfaces().stream())
                .map(classes.byName()::get)
                .filter(parent -> parent != null)
                .forEach(parent -> addNameTo(parent, name, seen));
    }

    private static String simple(String internalName) {
        return internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
    }
}
