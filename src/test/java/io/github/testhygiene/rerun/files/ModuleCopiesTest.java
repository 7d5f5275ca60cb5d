package io.github.testhygiene.rerun.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.testhygiene.model.LaunchRecipe;
import io.github.testhygiene.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in private copies change nothing in the module and nothing for each other. */
class ModuleCopiesTest {

    @TempDir
    private Path folder;

    private Path module;
    private FilePlaces places;
    private ModuleCopies copies;

    @BeforeEach
    void create() {
        module = folder.resolve("my shop");
        KilledBuild.write(module, "src/data.txt", "data");
        KilledBuild.write(module, "target/classes/Shop.class", "class");
        KilledBuild.write(module, "target/test-hygiene/report.json", "{}");
        KilledBuild.write(module, ".git/HEAD", "ref");
        KilledBuild.write(module, "node_modules/left-pad/index.js", "js");
        places = KilledBuild.places(module);
        places = new FilePlaces(
                module,
                places.buildDirectory(),
                places.folder(),
                List.of(),
                Set.of(module.resolve("target/test-hygiene")));
        copies = new ModuleCopies(places, ModuleCopies.Limits.DEFAULT);
    }

    @AfterEach
    void close() throws IOException {
        copies.close();
        assertThat(places.folder()).satisfiesAnyOf(files -> assertThat(files).doesNotExist(), files -> assertThat(files)
                .isEmptyDirectory());
    }

    @Test
    void eachRunFindsTheModuleAsTheFirstTestDid() throws IOException {
        copies.take();
        KilledBuild.write(module, "src/data.txt", "changed later");
        ModuleCopy one = copies.acquire();
        ModuleCopy two = copies.acquire();
        Path root = Path.of(one.moved(module.toString()));

        assertThat(root.resolve("src/data.txt")).hasContent("data");
        assertThat(root.resolve("target/classes/Shop.class")).exists();
        assertThat(root.resolve(".git")).doesNotExist();
        assertThat(root.resolve("node_modules")).doesNotExist();
        assertThat(root.resolve("target/test-hygiene")).doesNotExist();
        assertThat(two.moved(module.toString())).isNotEqualTo(root.toString());

        KilledBuild.write(root, "src/data.txt", "by a test");
        KilledBuild.write(root, "exports/deep/one.csv", "one");
        Files.delete(root.resolve("target/classes/Shop.class"));
        assertThat(one.changes())
                .extracting(FileChange::name)
                .containsExactly(
                        "exports/",
                        "exports/deep/",
                        "exports/deep/one.csv",
                        "src/data.txt",
                        "target/classes/Shop.class");
        copies.release(one);

        assertThat(copies.acquire()).isSameAs(one);
        assertThat(root.resolve("src/data.txt")).hasContent("data");
        assertThat(root.resolve("exports")).doesNotExist();
        assertThat(root.resolve("target/classes/Shop.class")).hasContent("class");
        assertThat(module.resolve("src/data.txt")).hasContent("changed later");
    }

    @Test
    void everyRecordedPathFollows() throws IOException {
        copies.take();
        ModuleCopy copy = copies.acquire();
        String there = copy.moved(module.toString());
        LaunchRecipe moved = copy.moved(new LaunchRecipe(
                "/opt/jdk",
                List.of("-Dlog=" + module + "/log", "-javaagent:" + module + "/agent.jar=" + module),
                List.of(module + "/target/classes", "/repo/a.jar", module + "-other/target/classes"),
                List.of(),
                Map.of("basedir", module.toString(), "url", module.toUri() + "x"),
                Map.of("PWD", module.toString()),
                module + "/sub",
                Map.of("parameter", module + "/p")));

        assertThat(moved.inputArguments())
                .containsExactly("-Dlog=" + there + "/log", "-javaagent:" + there + "/agent.jar=" + there);
        assertThat(moved.classPath())
                .containsExactly(there + "/target/classes", "/repo/a.jar", module + "-other/target/classes");
        assertThat(moved.systemProperties()).containsEntry("basedir", there);
        assertThat(moved.systemProperties().get("url"))
                .contains(Path.of(there).getFileName().toString());
        assertThat(moved.environment()).containsEntry("PWD", there);
        assertThat(moved.configurationParameters()).containsEntry("parameter", there + "/p");
        assertThat(Path.of(moved.workingDirectory()))
                .isEqualTo(Path.of(there, "sub"))
                .isDirectory();
    }

    @Test
    void theLimitsAreNamed() {
        ModuleCopies few = new ModuleCopies(places, new ModuleCopies.Limits(3, 1 << 20, Duration.ofMinutes(1)));
        ModuleCopies small = new ModuleCopies(places, new ModuleCopies.Limits(100, 2, Duration.ofMinutes(1)));

        assertThatThrownBy(few::check)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than 3 files and folders")
                .hasMessageContaining("-Dtest-hygiene.files=keep");
        assertThatThrownBy(small::check).hasMessageContaining("MB");
    }

    @Test
    void theSystemsOwnCommandCopiesTheSame() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));

        if (TreeCopy.withSharedBlocks(module, copy)) {
            assertThat(copy.resolve("src/data.txt")).hasContent("data");
            assertThat(copy.resolve(".git/HEAD")).hasContent("ref");
        }
    }

    @Test
    void aLinkedModuleWithALinkedBuildDirectoryIsCopiedAndNotLinkedTo() throws IOException {
        Path real = folder.resolve("real");
        KilledBuild.write(real, "src/data.txt", "data");
        KilledBuild.write(folder, "disk/classes/Shop.class", "class");
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), real);
        Files.createSymbolicLink(real.resolve("target"), folder.resolve("disk"));
        Files.createSymbolicLink(real.resolve("src/again"), real.resolve("src"));
        Files.createSymbolicLink(real.resolve("src/twice"), linked.resolve("src/data.txt"));
        try (ModuleCopies ofLink = new ModuleCopies(KilledBuild.places(linked), ModuleCopies.Limits.DEFAULT)) {
            ofLink.take();
            ModuleCopy copy = ofLink.acquire();

            KilledBuild.write(copy.root(), "src/again/data.txt", "by a test");
            KilledBuild.write(copy.root(), "target/left.txt", "by a test");

            assertThat(copy.root().resolve("target/classes/Shop.class")).hasContent("class");
            assertThat(copy.root().resolve("src/twice")).hasContent("by a test");
            assertThat(copy.moved(linked + "/a:" + real + "/b")).isEqualTo(copy.root() + "/a:" + copy.root() + "/b");
            assertThat(copy.changes()).extracting(FileChange::name).containsExactly("src/data.txt", "target/left.txt");
        }
        assertThat(real.resolve("src/data.txt")).hasContent("data");
        assertThat(folder.resolve("disk/left.txt")).doesNotExist();
    }

    @Test
    void aCopyThatCannotBeRestoredIsDeleted() throws IOException {
        copies.take();
        ModuleCopy copy = copies.acquire();
        Files.delete(copy.root().resolveSibling("master").resolve("src/data.txt"));
        KilledBuild.write(copy.root(), "src/data.txt", "by a test");

        copies.release(copy);

        assertThat(copy.root()).doesNotExist();
    }
}
