package io.github.testhygiene.lint.code;

import io.github.testhygiene.bytecode.ClassPlace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every class that the tests see: their own with what their methods do, those of the class path and the JDK with what
 * they declare. Each is read when it is first asked for, and once. Safe for use by several threads.
 */
public final class ClassIndex implements AutoCloseable {

    private final List<ClassPlace> own;
    private final List<ClassPlace> classPath;
    private final List<String> ownClasses;
    private final TreeSet<String> sortedNames;
    private final Set<String> ownNames;
    private final ClassFileReader reader = new ClassFileReader();
    private final Map<String, Optional<ClassFile>> classes = new ConcurrentHashMap<>();
    private final Map<String, String> unread = new ConcurrentHashMap<>();
    private final Map<String, List<String>> parents = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> superTypes = new ConcurrentHashMap<>();
    private final Map<String, List<ClassFile>> lineages = new ConcurrentHashMap<>();

    /**
     * An index of classes.
     *
     * @param testOutput the folders or jars of the tests' own classes
     * @param classPath the rest of their class path, in its order; what is not there is passed over
     */
    public ClassIndex(List<Path> testOutput, List<Path> classPath) {
        this.own = testOutput.stream().map(ClassPlace::of).toList();
        this.classPath = classPath.stream()
                .filter(path -> !testOutput.contains(path))
                .map(ClassPlace::of)
                .toList();
        this.ownClasses = own.stream()
                .flatMap(place -> place.classNames().stream())
                .distinct()
                .sorted()
                .toList();
        this.ownNames = new HashSet<>(ownClasses);
        this.sortedNames = new TreeSet<>(ownClasses);
    }

    /**
     * A class.
     *
     * @param name with dots
     * @return empty if it is not on the class path, or cannot be read
     */
    public Optional<ClassFile> find(String name) {
        Optional<ClassFile> known = classes.get(name);
        return known != null ? known : classes.computeIfAbsent(name, this::read);
    }

    /**
     * One of the tests' own classes.
     *
     * @param name with dots
     * @return empty if it is none of them, or cannot be read
     */
    public Optional<ClassFile> own(String name) {
        return isOwn(name) ? find(name) : Optional.empty();
    }

    /**
     * Whether a class is one of the tests' own.
     *
     * @param name with dots
     * @return true if it lies in the test output
     */
    public boolean isOwn(String name) {
        return ownNames.contains(name);
    }

    /**
     * All of the tests' own classes.
     *
     * @return their names with dots, sorted
     */
    public List<String> ownClasses() {
        return ownClasses;
    }

    /**
     * One of the tests' own classes, and those that are declared somewhere in it.
     *
     * @param name the class, with dots
     * @return their names with dots, sorted; empty if it is none of the tests' own
     */
    public List<String> ownWithNested(String name) {
        return Stream.concat(Stream.of(name).filter(this::isOwn), sortedNames.subSet(name + "$", name + "%").stream())
                .toList();
    }

    /**
     * Whether a class is, extends or implements one of others.
     *
     * @param name with dots
     * @param wanted names with dots
     * @return false also if what it extends is not on the class path
     */
    public boolean isA(String name, Collection<String> wanted) {
        return wanted.contains(name) || !Collections.disjoint(superTypes(name), wanted);
    }

    /**
     * What a class extends and implements, directly and indirectly.
     *
     * @param name with dots
     * @return names with dots, without itself; those that are not on the class path are there, what they extend is not
     */
    public Set<String> superTypes(String name) {
        Set<String> known = superTypes.get(name);
        if (known == null) {
            known = Set.copyOf(searched(name));
            superTypes.put(name, known);
        }
        return known;
    }

    private Set<String> searched(String name) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (String parent : parents(open.pop())) {
                if (found.add(parent)) {
                    open.push(parent);
                }
            }
        }
        found.remove(name);
        return found;
    }

    /** Of the tests' own classes many are never asked for more than this, for which their code is not needed. */
    private List<String> parents(String name) {
        Optional<ClassFile> known = classes.get(name);
        if (known == null && isOwn(name)) {
            return parents.computeIfAbsent(
                    name, each -> reading(each, reader::parents).orElse(List.of()));
        }
        return find(name)
                .map(file -> Stream.concat(Stream.ofNullable(file.superName()), file.interfaces().stream())
                        .toList())
                .orElse(List.of());
    }

    /**
     * The class and what it extends, as far as these are the tests' own.
     *
     * @param file a class
     * @return at least the class, then its superclasses, then its interfaces
     */
    public List<ClassFile> lineage(ClassFile file) {
        List<ClassFile> known = lineages.get(file.name());
        if (known == null) {
            Stream<ClassFile> interfaces = superTypes(file.name()).stream()
                    .sorted()
                    .flatMap(name -> own(name).stream())
                    .filter(each -> (each.access() & 0x0200) != 0);
            known = Stream.concat(superclasses(file), interfaces).distinct().toList();
            lineages.put(file.name(), known);
        }
        return known;
    }

    private Stream<ClassFile> superclasses(ClassFile file) {
        return Stream.iterate(Optional.of(file), Optional::isPresent, each -> each.map(ClassFile::superName)
                        .flatMap(this::own))
                .flatMap(Optional::stream);
    }

    /**
     * What could not be read.
     *
     * @return why, by the name of the class
     */
    public Map<String, String> unread() {
        return new TreeMap<>(unread);
    }

    /**
     * How many of the tests' own classes can be read.
     *
     * @return 0 or more
     */
    public int ownClassesRead() {
        return ownClasses.size() - unread.size();
    }

    private Optional<ClassFile> read(String name) {
        boolean isOwn = isOwn(name);
        return reading(name, bytes -> reader.read(bytes, isOwn));
    }

    /** Takes something from a class file. */
    private interface Reading<T> {

        T from(byte[] bytes) throws IOException;
    }

    private <T> Optional<T> reading(String name, Reading<T> reading) {
        boolean isOwn = isOwn(name);
        try {
            Optional<byte[]> bytes = bytes(name, isOwn ? own : classPath);
            return bytes.isPresent() ? Optional.of(reading.from(bytes.get())) : Optional.empty();
        } catch (IOException e) {
            if (isOwn) {
                unread.put(name, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String name, List<ClassPlace> places) throws IOException {
        // No class loader takes these from a class path.
        boolean isOfTheJdk = name.startsWith("java.");
        for (ClassPlace place : isOfTheJdk ? List.<ClassPlace>of() : places) {
            Optional<byte[]> bytes = place.read(name);
            if (bytes.isPresent()) {
                return bytes;
            }
        }
        try (InputStream jdk =
                ClassLoader.getPlatformClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return jdk == null ? Optional.empty() : Optional.of(jdk.readAllBytes());
        }
    }

    @Override
    public void close() {
        own.forEach(ClassPlace::close);
        classPath.forEach(ClassPlace::close);
    }
}
