package io.github.testhygiene.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to files and folders, it is undone. */
class RestoredFilesTest {

    private long clock;

    /**
     * Something that a test does.
     *
     * @param path where, relative to the module
     * @param text what to write there; empty to delete what is there
     */
    private record Step(String path, String text) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> paths = Arbitraries.of("a", "b", "a-b")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(names -> "data/" + String.join("/", names));
        Arbitrary<String> texts = Arbitraries.of("", "", "one", "two", "three");
        return Combinators.combine(paths, texts).as(Step::new).list().ofMaxSize(12);
    }

    @Property(tries = 200)
    void everythingIsUndone(@ForAll("steps") List<Step> before, @ForAll("steps") List<Step> after) throws IOException {
        Path folder = Files.createTempDirectory("files");
        try {
            Path module = Files.createDirectories(folder.resolve("module"));
            make(module, before);
            Map<String, String> was = contents(module);
            try (ModuleFiles files = ModuleFiles.watch(module, folder.resolve("backup"), Set.of())) {
                make(module, after);
                boolean differs = !contents(module).equals(was);

                assertThat(files.changes().isEmpty()).isEqualTo(!differs);
                assertThat(files.restore()).isEmpty();

                assertThat(contents(module)).isEqualTo(was);
                assertThat(files.changes()).isEmpty();
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void make(Path module, List<Step> steps) throws IOException {
        for (Step step : steps) {
            Path file = module.resolve(step.path());
            if (Files.exists(file)) {
                Folders.delete(file);
            }
            if (!step.text().isEmpty() && hasRoom(module, file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, step.text());
                clock++;
                Files.setLastModifiedTime(file, FileTime.fromMillis(clock));
            }
        }
    }

    private static boolean hasRoom(Path module, Path file) {
        Path outer = file.getParent();
        while (outer != null && !outer.equals(module)) {
            if (Files.isRegularFile(outer)) {
                return false;
            }
            outer = outer.getParent();
        }
        return true;
    }

    private static Map<String, String> contents(Path module) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Map.Entry<Path, FileState> each :
                FileTree.read(module, FileTree.Skipped.NOTHING).entrySet()) {
            boolean isFile = each.getValue().isFile();
            String name =
                    each.getKey().toString().replace(FileSystems.getDefault().getSeparator(), "/");
            contents.put(name, isFile ? Files.readString(module.resolve(each.getKey())) : "folder");
        }
        return contents;
    }
}
