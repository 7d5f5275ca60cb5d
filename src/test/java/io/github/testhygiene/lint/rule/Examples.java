package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.LintOutcome;
import io.github.testhygiene.lint.LintResult;
import io.github.testhygiene.lint.Linter;
import io.github.testhygiene.lint.Linter.LintTarget;
import io.github.testhygiene.lint.SourceFiles;
import io.github.testhygiene.lint.code.TestScope;
import io.github.testhygiene.lint.code.TestSelection;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Source code of tests, compiled against the real libraries that such tests use (in {@code target/lint-libraries}), and
 * looked at by a rule. Top-level classes named {@code …IT} are selected.
 */
public final class Examples {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[a-z@][\\w()\", .]* )?(?:class|interface|enum|record|@interface) (\\w+)");

    private final List<String> sources;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Examples(List<String> sources) {
        this.sources = sources;
    }

    /**
     * Source files.
     *
     * @param sources each with one top-level type that starts a line, in package {@code shop} unless it says another
     */
    public static Examples of(String... sources) {
        return new Examples(Arrays.stream(sources).map(Examples::inPackage).toList());
    }

    /** Adds a file to the test output. */
    Examples resource(String name, String text) {
        return classFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a class file that is no example's; it is selected as well if its name says so. */
    public Examples classFile(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    /** What a rule finds, as {@code Class.method:line message}, sorted by place. */
    List<String> found(LintRule rule) {
        return lint(rule).violations().stream()
                .sorted(Comparator.comparing((Violation each) -> each.place().className())
                        .thenComparing(each -> each.place().line()))
                .map(Examples::line)
                .toList();
    }

    /** The places at which a rule finds something, as {@code Class.method:line}. */
    List<String> places(LintRule rule) {
        return found(rule).stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    /** The tests in the examples, and what they reach. */
    public TestScope scope() {
        return lint(new Sleeps()).scope();
    }

    /** Everything that a look with one rule gives. */
    LintResult lint(LintRule rule) {
        return inAFolder(target -> new Linter(List.of(rule)).lint(target));
    }

    /** The same, of the tests that a selection runs. */
    public TestScope scope(TestSelection selection) {
        return inAFolder(target -> new Linter(List.of(new Sleeps()))
                        .lint(new LintTarget(target.selected(), target.testOutput(), target.classPath(), selection)))
                .scope();
    }

    /** What all rules together say; the sources lie in {@code sources}. */
    public LintOutcome everything() {
        return everything(TestSelection.ALL);
    }

    /** The same, of the tests that a selection runs. */
    public LintOutcome everything(TestSelection selection) {
        return inAFolder(all -> {
            Path folder = all.testOutput().get(0).getParent();
            LintTarget target = new LintTarget(all.selected(), all.testOutput(), all.classPath(), selection);
            return LintOutcome.of(target, new SourceFiles(folder, List.of(Path.of("sources")), List.of()));
        });
    }

    private <T> T inAFolder(Function<LintTarget, T> look) {
        Path folder = folder();
        try {
            Path classes = Files.createDirectory(folder.resolve("classes"));
            compile(classes);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(classes.resolve(file.getKey()), file.getValue());
            }
            for (String source : sources) {
                Path file = folder.resolve("sources/" + className(source).replace('.', '/') + ".java");
                write(file, source.getBytes(StandardCharsets.UTF_8));
            }
            List<String> selected = Stream.concat(
                            sources.stream().map(Examples::className),
                            files.keySet().stream()
                                    .map(name -> name.replace(".class", "").replace('/', '.')))
                    .filter(name -> name.endsWith("IT"))
                    .toList();
            return look.apply(new LintTarget(selected, List.of(classes), classPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static String line(Violation violation) {
        ViolationPlace place = violation.place();
        String file = place.resource();
        String subject = file != null
                ? file
                : place.className().replaceFirst("^shop\\.", "")
                        + (place.methodName() == null ? "" : "." + place.methodName())
                        + (place.field() == null ? "" : "." + place.field());
        return subject + ":" + place.line() + " " + violation.message();
    }

    private static String inPackage(String source) {
        // On one line, so that the lines of the example stay what they are.
        return PACKAGE.matcher(source).find() ? source : "package shop; " + source;
    }

    private void compile(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-d",
                folder.toString(),
                "-g",
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath().stream().map(Path::toString).toList()));
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach(source -> files.add(new Source(className(source), source)));
        if (!compiler.getTask(complaints, null, null, options, null, files).call()) {
            throw new IllegalArgumentException("the example does not compile:\n" + complaints);
        }
    }

    private static String className(String source) {
        Matcher inPackage = Pattern.compile("package ([\\w.]+);").matcher(source);
        String body = source.replaceFirst("^package shop; ", "");
        Matcher type = TYPE.matcher(body);
        if (!inPackage.find() || !type.find()) {
            throw new IllegalArgumentException("no type starts a line in:\n" + source);
        }
        return inPackage.group(1) + "." + type.group(1);
    }

    private static List<Path> classPath() {
        try (Stream<Path> libraries = Files.list(Path.of("target", "lint-libraries"))) {
            Stream<Path> ours = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> entry.endsWith(".jar"))
                    .map(Path::of);
            return Stream.concat(libraries.sorted(), ours).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "lint-examples")), "classes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
