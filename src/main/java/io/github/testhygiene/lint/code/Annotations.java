package io.github.testhygiene.lint.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds annotations also where they are not written: in those that an annotation is composed of, in the container of
 * repeated ones, at superclasses and interfaces, and at the class around a nested one.
 */
public final class Annotations {

    /**
     * An annotation and the class that it stands at.
     *
     * @param on the class
     * @param use the annotation
     */
    public record Placed(ClassFile on, AnnotationUse use) {}

    private static final Set<String> OF_THE_LANGUAGE =
            Set.of("java.lang.annotation", "kotlin.annotation", "org.apiguardian.api");

    private final ClassIndex index;
    private final Map<String, List<AnnotationUse>> composed = new ConcurrentHashMap<>();
    private final Map<String, List<Placed>> ofClasses = new ConcurrentHashMap<>();

    /**
     * Over an index.
     *
     * @param index knows the classes of annotations
     */
    public Annotations(ClassIndex index) {
        this.index = index;
    }

    /**
     * Annotations with all that they are composed of.
     *
     * @param present what is written
     * @return these first, each type of a composition once
     */
    public List<AnnotationUse> all(List<AnnotationUse> present) {
        if (present.isEmpty()) {
            return List.of();
        }
        List<AnnotationUse> all = new ArrayList<>();
        for (AnnotationUse use : present) {
            all.add(use);
            // The container of repeated annotations.
            if (use.values().keySet().equals(Set.of("value"))) {
                use.inner().forEach(inner -> {
                    all.add(inner);
                    all.addAll(composition(inner.type()));
                });
            }
            all.addAll(composition(use.type()));
        }
        return all;
    }

    /**
     * The first of some annotations.
     *
     * @param present what is written
     * @param wanted names with dots
     * @return empty if none of them is there, nor in what is there
     */
    public Optional<AnnotationUse> find(List<AnnotationUse> present, Collection<String> wanted) {
        return present.isEmpty()
                ? Optional.empty()
                : all(present).stream()
                        .filter(use -> wanted.contains(use.type()))
                        .findFirst();
    }

    /**
     * Whether one of some annotations is there.
     *
     * @param present what is written
     * @param wanted names with dots
     * @return true if so
     */
    public boolean has(List<AnnotationUse> present, Collection<String> wanted) {
        return find(present, wanted).isPresent();
    }

    /**
     * The annotations of a class: its own, those of what it extends and implements, and if it is nested those of the
     * class around it.
     *
     * @param file the class
     * @return the nearest first
     */
    public List<Placed> ofClass(ClassFile file) {
        List<Placed> known = ofClasses.get(file.name());
        if (known == null) {
            known = List.copyOf(searched(file));
            ofClasses.put(file.name(), known);
        }
        return known;
    }

    private List<Placed> searched(ClassFile file) {
        List<Placed> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<ClassFile> open = new ArrayDeque<>(List.of(file));
        while (!open.isEmpty()) {
            ClassFile next = open.poll();
            if (seen.add(next.name())) {
                all(next.annotations()).forEach(use -> found.add(new Placed(next, use)));
                Stream.of(
                                Stream.ofNullable(next.superName()),
                                next.interfaces().stream(),
                                Stream.ofNullable(next.outer()))
                        .flatMap(names -> names)
                        .flatMap(name -> index.find(name).stream())
                        .forEach(open::add);
            }
        }
        return found;
    }

    /**
     * The nearest of some annotations of a class.
     *
     * @param file the class
     * @param wanted names with dots
     * @return empty if none of them is there
     */
    public Optional<Placed> ofClass(ClassFile file, Collection<String> wanted) {
        return ofClass(file).stream()
                .filter(placed -> wanted.contains(placed.use().type()))
                .findFirst();
    }

    private List<AnnotationUse> composition(String type) {
        List<AnnotationUse> known = composed.get(type);
        if (known == null) {
            known = List.copyOf(searched(type));
            composed.put(type, known);
        }
        return known;
    }

    private List<AnnotationUse> searched(String type) {
        List<AnnotationUse> found = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(type));
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            for (AnnotationUse use :
                    index.find(open.poll()).map(ClassFile::annotations).orElse(List.of())) {
                if (!isOfTheLanguage(use.type()) && seen.add(use.type())) {
                    found.add(use);
                    open.add(use.type());
                }
            }
        }
        return found;
    }

    private static boolean isOfTheLanguage(String type) {
        return OF_THE_LANGUAGE.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
    }
}
