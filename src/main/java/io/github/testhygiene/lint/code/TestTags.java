package io.github.testhygiene.lint.code;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tags of JUnit and jqwik, the groups of TestNG and the categories of JUnit 4. */
final class TestTags {

    private static final Set<String> TAGS = Set.of("org.junit.jupiter.api.Tag", "net.jqwik.api.Tag");
    private static final Set<String> GROUPS = Set.of("org.testng.annotations.Test");
    private static final Set<String> CATEGORIES = Set.of("org.junit.experimental.categories.Category");

    private final ClassIndex index;
    private final Annotations annotations;

    TestTags(ClassIndex index, Annotations annotations) {
        this.index = index;
        this.annotations = annotations;
    }

    /** A test's own tags and those of its class; a category is there by its names and by those of what it extends. */
    Set<String> of(ClassFile testClass, Method test) {
        Set<String> tags = new HashSet<>();
        Stream.concat(
                        annotations.all(test.annotations()).stream(),
                        annotations.ofClass(testClass).stream().map(Annotations.Placed::use))
                .forEach(use -> add(use, tags));
        return tags;
    }

    private void add(AnnotationUse use, Collection<String> tags) {
        if (TAGS.contains(use.type())) {
            use.texts("value").forEach(tag -> tags.add(tag.strip()));
        } else if (GROUPS.contains(use.type())) {
            tags.addAll(use.texts("groups"));
        } else if (CATEGORIES.contains(use.type())) {
            use.classes("value").stream()
                    .flatMap(name -> Stream.concat(Stream.of(name), index.superTypes(name).stream()))
                    .flatMap(name -> names(name).stream())
                    .forEach(tags::add);
        }
    }

    private static List<String> names(String className) {
        String written = className.replace('$', '.');
        return List.of(className, written, written.substring(written.lastIndexOf('.') + 1));
    }
}
