package io.github.testhygiene.lint;

import io.github.testhygiene.lint.code.ClassFile;
import io.github.testhygiene.lint.rule.ViolationPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the source files of classes, and the lines that class files do not tell. */
public final class SourceFiles {

    private final Path base;
    private final List<Path> sourceRoots;
    private final List<Path> resourceRoots;
    private final Map<String, Optional<Path>> found = new HashMap<>();
    private @Nullable Map<String, List<Path>> byName;

    /**
     * In a module.
     *
     * @param base the module's folder
     * @param sourceRoots the roots of test sources; those that are missing are passed over
     * @param resourceRoots the roots of test resources; those that are missing are passed over
     */
    public SourceFiles(Path base, List<Path> sourceRoots, List<Path> resourceRoots) {
        this.base = base.toAbsolutePath().normalize();
        this.sourceRoots = existing(sourceRoots);
        this.resourceRoots = existing(resourceRoots);
    }

    private List<Path> existing(List<Path> roots) {
        return roots.stream()
                .map(root -> base.resolve(root).normalize())
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }

    /**
     * The file of a place.
     *
     * @param place where something is
     * @return relative to the module's folder, with slashes; empty if there is none under the project
     */
    public Optional<String> file(ViolationPlace place) {
        return path(place).filter(path -> path.startsWith(base)).map(this::relative);
    }

    /**
     * The line of a place.
     *
     * @param place where something is
     * @return from 1; empty if neither the class file nor the source tells
     */
    public Optional<Integer> line(ViolationPlace place) {
        String field = place.field();
        ClassFile source = place.source();
        if (place.line() > 0) {
            return Optional.of(place.line());
        } else if (field == null || source == null) {
            return Optional.empty();
        }
        Optional<Integer> declared = path(place).flatMap(path -> lineOfField(path, field));
        return declared.isPresent() ? declared : Optional.of(source.line()).filter(line -> line > 0);
    }

    private Optional<Path> path(ViolationPlace place) {
        String resource = place.resource();
        if (resource != null) {
            return resourceRoots.stream()
                    .map(root -> root.resolve(resource))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
        ClassFile source = place.source();
        return source == null ? Optional.empty() : found.computeIfAbsent(source.name(), name -> search(source));
    }

    private Optional<Path> search(ClassFile source) {
        String file = source.sourceFile();
        if (file == null) {
            return Optional.empty();
        }
        String folder = source.packageName().replace('.', '/');
        return sourceRoots.stream()
                .map(root -> root.resolve(folder).resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .or(() -> byPackage(file, source.packageName()));
    }

    /** Kotlin's folders need not be those of its packages. */
    private Optional<Path> byPackage(String file, String packageName) {
        Pattern declaration = Pattern.compile("(?m)^\\s*package\\s+" + Pattern.quote(packageName) + "\\s*;?\\s*$");
        return named(file).stream()
                .filter(path ->
                        packageName.isEmpty() || declaration.matcher(text(path)).find())
                .findFirst();
    }

    private List<Path> named(String file) {
        if (byName == null) {
            byName = sourceRoots.stream()
                    .flatMap(root -> all(root).stream())
                    .collect(Collectors.groupingBy(path -> path.getFileName().toString()));
        }
        return byName.getOrDefault(file, List.of());
    }

    private static List<Path> all(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> lineOfField(Path path, String field) {
        Pattern declaration = Pattern.compile("[\\w>\\])]\\s+" + Pattern.quote(field) + "\\s*(=|;|,|:|$)");
        List<String> lines = text(path).lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (!line.strip().startsWith("return ") && declaration.matcher(line).find()) {
                return Optional.of(index + 1);
            }
        }
        return Optional.empty();
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String relative(Path path) {
        return base.relativize(path).toString().replace('\\', '/');
    }
}
