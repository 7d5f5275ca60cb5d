package io.github.testhygiene.lint.rule;

import io.github.testhygiene.lint.code.ReachedCode;
import io.github.testhygiene.lint.code.Step;
import io.github.testhygiene.lint.code.Value;
import io.github.testhygiene.model.Rule;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds files that tests write in the temporary folder under a name that never changes. */
final class FixedFile implements LintRule {

    private static final RuleDescription HABIT = new RuleDescription(
            Rule.FIXED_FILE, "Write to a folder of the test's own: `@TempDir`, or `Files.createTempDirectory`.");

    private static final Map<String, Set<String>> OF_THE_JDK = Map.of(
            "java.nio.file.Files",
            Set.of(
                    "write",
                    "writeString",
                    "createFile",
                    "createDirectory",
                    "createDirectories",
                    "createLink",
                    "createSymbolicLink",
                    "newBufferedWriter",
                    "newOutputStream"),
            "java.io.File",
            Set.of("createNewFile", "mkdir", "mkdirs"),
            "java.io.FileWriter",
            Set.of("<init>"),
            "java.io.FileOutputStream",
            Set.of("<init>"),
            "java.io.RandomAccessFile",
            Set.of("<init>"),
            "java.io.PrintWriter",
            Set.of("<init>"),
            "java.io.PrintStream",
            Set.of("<init>"));

    /** Where only the last argument, or the second, is written to. */
    private static final Map<String, Set<String>> TO_SECOND = Map.of(
            "java.nio.file.Files", Set.of("copy", "move"),
            "org.apache.commons.io.FileUtils",
                    Set.of("copyFile", "copyDirectory", "copyInputStreamToFile", "moveFile"));

    private static final Pattern WRITING = Pattern.compile(
            "(?:write|append|touch|forceMkdir|export|save|store|dump|download|extract|unzip)(?:[A-Z].*)?");
    private static final Pattern NOT_CODE_UNDER_TEST = Pattern.compile(
            "(?:java|javax|org\\.junit|org\\.assertj|org\\.hamcrest|org\\.mockito|org\\.testcontainers)\\..*");

    @Override
    public RuleDescription habit() {
        return HABIT;
    }

    @Override
    public void visitCode(ReachedCode code, LintContext context) {
        if (DisabledCode.contains(code, context)) {
            return;
        }
        TemporaryPaths paths = new TemporaryPaths(context.index());
        code.method().calls().forEach(call -> written(call)
                .flatMap(value -> paths.fixed(value).stream())
                .distinct()
                .forEach(path -> context.report(new Violation(
                        HABIT,
                        ViolationPlace.of(context.index(), code, call),
                        path,
                        "Writes to `" + path + "`, which every build on this machine shares."))));
    }

    private static Stream<Value> written(Step.Call call) {
        if (contains(OF_THE_JDK, call)) {
            return Stream.of(call.owner().equals("java.io.File") ? call.receiver() : call.argument(0));
        } else if (contains(TO_SECOND, call)) {
            return Stream.of(call.argument(1));
        }
        boolean mayWrite = WRITING.matcher(call.name()).matches()
                && !NOT_CODE_UNDER_TEST.matcher(call.owner()).matches();
        // A text may as well be a path in a container, or no path at all.
        return mayWrite ? call.arguments().stream().filter(TemporaryPaths::isFile) : Stream.empty();
    }

    private static boolean contains(Map<String, Set<String>> calls, Step.Call call) {
        return calls.getOrDefault(call.owner(), Set.of()).contains(call.name());
    }
}
