package io.github.testhygiene.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A real git repository that holds a module, with a short way to write, compile and commit. */
final class Checkout {

    private final Path root;
    private final Path module;
    private int commits;

    private Checkout(Path root, Path module) {
        this.root = root;
        this.module = module;
    }

    /** A new repository whose one module is its top folder; skips the test where there is no git. */
    static Checkout in(Path folder) {
        return in(folder, "");
    }

    static Checkout in(Path folder, String module) {
        assumeTrue(hasGit(), "git is not installed");
        try {
            Path root = Files.createDirectories(folder).toRealPath();
            Checkout checkout = new Checkout(root, root.resolve(module));
            checkout.git("init", "-q", "-b", "main");
            checkout.write("pom.xml", "<project><artifactId>shop</artifactId></project>");
            checkout.write(".gitignore", "ignored/\n");
            return checkout;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path module() {
        return module;
    }

    /** Writes a file of the module. */
    Checkout write(String path, String text) {
        try {
            Path file = module.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Checkout delete(String path) {
        try {
            Files.delete(module.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class of package {@code shop} that is tested. */
    Checkout main(String name, String body) {
        return write("src/main/java/shop/" + name + ".java", "package shop;\n" + body);
    }

    /** A test class of package {@code shop}. */
    Checkout test(String name, String body) {
        return write("src/test/java/shop/" + name + ".java", "package shop;\n" + body);
    }

    /** Compiles everything anew, as a build does. */
    Checkout compile() {
        compile("src/main/java", "target/classes");
        compile("src/test/java", "target/test-classes");
        return this;
    }

    private void compile(String from, String to) {
        Path target = module.resolve(to);
        List<String> arguments = new ArrayList<>(List.of("-d", target.toString(), "-g", "-proc:none"));
        arguments.addAll(List.of("-cp", module.resolve("target/classes").toString()));
        try {
            if (!Files.isDirectory(module.resolve(from))) {
                return;
            }
            Files.createDirectories(target);
            try (Stream<Path> files = Files.walk(module.resolve(from))) {
                files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** Commits everything; the name of the commit. */
    String commit() {
        // Two commits of the same second, with the same content and words, would be one.
        commits++;
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "Change " + commits);
        return git("rev-parse", "HEAD");
    }

    /** Says that the main branch of the origin is at a commit. */
    Checkout origin(String branch, String commit) {
        git("update-ref", "refs/remotes/origin/" + branch, commit);
        return this;
    }

    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Emma",
                "-c",
                "user.email=emma@example.com",
                "-c",
                "protocol.file.allow=always",
                "-c",
                "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    ModuleLayout layout() {
        return layout(folder -> false);
    }

    ModuleLayout layout(Predicate<Path> needs) {
        return new ModuleLayout(
                module,
                module.resolve("target"),
                List.of(module.resolve("src/main/java"), module.resolve("src/test/java")),
                module.resolve("target/classes"),
                module.resolve("target/test-classes"),
                Set.of(),
                needs);
    }
}
