package io.github.testhygiene.lint.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The text files in the test output. */
public final class TestFiles {

    private static final Set<String> SETTINGS = Set.of("properties", "yml", "yaml", "xml", "conf", "json", "toml");
    private static final long LARGEST = 1 << 20;

    private final List<Path> folders;

    /**
     * In the test output.
     *
     * @param folders its folders; what is no folder has no files
     */
    public TestFiles(List<Path> folders) {
        this.folders = folders.stream().filter(Files::isDirectory).toList();
    }

    /**
     * All settings files.
     *
     * @return sorted by name, without those of more than a megabyte
     */
    public List<TestFile> settings() {
        return folders.stream().flatMap(TestFiles::settings).toList();
    }

    /**
     * A file.
     *
     * @param name its path in the test output, with slashes
     * @return empty if there is none
     */
    public Optional<TestFile> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name).normalize())
                .filter(path -> folders.stream().anyMatch(path::startsWith) && isReadable(path))
                .findFirst()
                .map(path -> read(path, name));
    }

    private static Stream<TestFile> settings(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(path -> SETTINGS.contains(extension(path)))
                    .filter(TestFiles::isReadable)
                    .sorted()
                    .map(path -> read(path, folder.relativize(path).toString().replace('\\', '/')))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReadable(Path path) {
        try {
            return Files.isRegularFile(path) && Files.size(path) <= LARGEST;
        } catch (IOException gone) {
            return false;
        }
    }

    private static TestFile read(Path path, String name) {
        try {
            // Files of another charset are read as well as they can be: what is looked for is ASCII.
            return new TestFile(
                    name,
                    new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
