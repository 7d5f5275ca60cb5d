package io.github.testhygiene.rerun.files;

import static io.github.testhygiene.fixture.SampleTests.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.testhygiene.filesystem.Folders;
import io.github.testhygiene.model.FileMode;
import io.github.testhygiene.model.RecordedTest;
import io.github.testhygiene.model.RunExit;
import io.github.testhygiene.model.RunKind;
import io.github.testhygiene.plan.RunRequest;
import io.github.testhygiene.plan.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever tests do in the build directory is undone between runs, and whatever is done elsewhere stays. */
class FilePropertiesTest {

    private static final RecordedTest TEST = test("shop.ExportIT", "writes");

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
        Arbitrary<String> roots = Arbitraries.of("target/data/", "src/data/");
        Arbitrary<String> paths =
                Arbitraries.of("a", "b", "a-b").list().ofMinSize(1).ofMaxSize(3).map(names -> String.join("/", names));
        Arbitrary<String> texts = Arbitraries.of("", "", "one", "two", "three");
        return Combinators.combine(roots, paths, texts)
                .as((root, path, text) -> new Step(root + path, text))
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 60)
    void runsFindWhatTheFirstTestFoundAndTheUserWhatTheOwnRunLeft(
            @ForAll("steps") List<Step> before, @ForAll("steps") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("files");
        try {
            Path module = Files.createDirectories(folder.resolve("module"));
            Files.createDirectories(module.resolve("target"));
            List<String> warnings = new ArrayList<>();
            execute(module, before);
            Map<String, String> first = contents(module.resolve("target"));
            FileGuard guard = new FileGuard(KilledBuild.places(module), FileMode.KEEP, warnings::add);
            guard.beforeTests();
            execute(module, steps);
            Map<String, String> own = contents(module.resolve("target"));
            guard.beforeRuns(KilledBuild.recording(List.of(TEST)));
            assertThat(contents(module.resolve("target"))).isEqualTo(first);

            for (int i = 0; i < 2; i++) {
                Map<String, String> sources = run(guard, module, steps);

                assertThat(contents(module.resolve("target"))).isEqualTo(first);
                assertThat(contents(module.resolve("src"))).isEqualTo(sources);
            }
            guard.close();
            assertThat(contents(module.resolve("target"))).isEqualTo(own);
            assertThat(warnings).isEmpty();
        } finally {
            Folders.delete(folder);
        }
    }

    /** What the run left in the sources. */
    private Map<String, String> run(FileGuard guard, Path module, List<Step> steps) throws IOException {
        List<Map<String, String>> left = new ArrayList<>();
        guard.guard(request -> {
                    execute(module, steps);
                    left.add(contents(module.resolve("src")));
                    return RunResult.of(new RunExit.Completed(), List.of(), Duration.ofSeconds(1));
                })
                .run(new RunRequest("alone", RunKind.ALONE, List.of(new RunRequest.Segment(0, List.of(TEST)))));
        return left.get(0);
    }

    private void execute(Path module, List<Step> steps) {
        try {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /** Without our own folder. */
    private static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        try {
            if (!Files.isDirectory(folder)) {
                return contents;
            }
            for (Map.Entry<Path, FileState> each :
                    FileTree.read(folder, FileTree.Skipped.NOTHING).entrySet()) {
                if (!each.getKey().startsWith("test-hygiene")) {
                    String name = each.getKey()
                            .toString()
                            .replace(FileSystems.getDefault().getSeparator(), "/");
                    contents.put(
                            name,
                            each.getValue().isFile() ? Files.readString(folder.resolve(each.getKey())) : "folder");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
