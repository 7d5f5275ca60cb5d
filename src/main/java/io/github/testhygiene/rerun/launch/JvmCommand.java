package io.github.testhygiene.rerun.launch;

import io.github.testhygiene.model.LaunchRecipe;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How one recorded JVM is launched again: the recording with the clone's name in place of the reference database's, and
 * a temporary folder of its own.
 *
 * @param recipe the recording
 * @param pluginJar where our classes are
 * @param substitution puts the clone's name into a text
 * @param temporaryFolder the folder for {@code java.io.tmpdir}
 * @param style in what it differs, so that it starts sooner
 */
public record JvmCommand(
        LaunchRecipe recipe,
        Path pluginJar,
        UnaryOperator<String> substitution,
        Path temporaryFolder,
        ForkStyle style) {

    // They describe the JVM that was recorded, or a file that is gone by now.
    private static final List<String> BELONG_TO_THE_RECORDED_JVM = List.of(
            "java.io.tmpdir",
            "java.class.path",
            "sun.java.command",
            "sun.java.launcher.pid",
            "java.vm.info",
            "surefire.real.class.path");

    private static final String ERROR_FILE = "-XX:ErrorFile=";

    private static final List<String> COVERAGE = List.of("jacoco", "intellij-coverage", "kover", "debugger-agent");

    // The recorded arguments hold what these variables said already.
    private static final List<String> READ_BY_THE_JVM = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

    /** The command line; the arguments stand in a file, since class paths outgrow command lines. */
    List<String> commandLine(Path argumentFile) {
        return List.of(Path.of(recipe.javaHome(), "bin", "java").toString(), "@" + argumentFile);
    }

    void writeArguments(Path file, List<String> programArguments) throws IOException {
        String lines = arguments(programArguments).stream()
                .map(JvmCommand::quoted)
                .collect(Collectors.joining(System.lineSeparator()));
        // As the launcher reads it: on Windows that is not UTF-8, and a user's name may stand in every path.
        Files.write(file, encoded(lines, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))));
    }

    /** What the encoding lacks would arrive as a question mark: another path, and another test run. */
    static byte[] encoded(String lines, Charset charset) throws IOException {
        CharsetEncoder encoder = charset.newEncoder();
        if (!encoder.canEncode(lines)) {
            // The argument itself may be a secret.
            String unknown = lines.codePoints()
                    .mapToObj(Character::toString)
                    .filter(each -> !encoder.canEncode(each))
                    .distinct()
                    .limit(5)
                    .collect(Collectors.joining(" "));
            throw new IOException("this JVM's encoding " + charset + " cannot express `" + unknown
                    + "` of the test JVM's arguments; run Maven with LC_ALL=C.UTF-8 or another UTF-8 locale");
        }
        return lines.getBytes(charset);
    }

    List<String> arguments(List<String> programArguments) {
        List<String> arguments = new ArrayList<>();
        recipe.inputArguments().stream()
                .filter(argument -> !isLeftOut(argument))
                .map(substitution)
                .forEach(arguments::add);
        if (arguments.stream().noneMatch(argument -> argument.startsWith(ERROR_FILE))) {
            // A JVM that crashes writes a file, by default into the module's folder, where nothing of ours belongs.
            // In this one setting the JVM reads %p as its number, and %% as a percent sign.
            arguments.add(ERROR_FILE
                    + temporaryFolder.resolve("hs_err_pid").toString().replace("%", "%%") + "%p.log");
        }
        arguments.addAll(style.arguments());
        arguments.add("-Djava.io.tmpdir=" + temporaryFolder);
        arguments.add("-cp");
        arguments.add(String.join(File.pathSeparator, classPath()));
        arguments.addAll(programArguments);
        return arguments;
    }

    /** Coverage would be counted many times over, and two debuggers cannot listen on one port. */
    static boolean isLeftOut(String argument) {
        return (argument.startsWith("-javaagent:") && COVERAGE.stream().anyMatch(argument::contains))
                || argument.startsWith("-agentlib:jdwp")
                || (argument.startsWith("-agentpath:") && argument.contains("jdwp"))
                || argument.startsWith("-Xrunjdwp")
                || argument.equals("-Xdebug");
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        recipe.environment().forEach((name, value) -> environment.put(name, substitution.apply(value)));
        environment.keySet().removeAll(READ_BY_THE_JVM);
        return environment;
    }

    /** What to set when the JVM runs, as failsafe does it. */
    public Map<String, String> systemProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        recipe.systemProperties().forEach((name, value) -> properties.put(name, substitution.apply(value)));
        properties.keySet().removeAll(BELONG_TO_THE_RECORDED_JVM);
        properties.keySet().removeIf(name -> name.startsWith("jdk.module."));
        List<String> testClassPath = new ArrayList<>(recipe.classPath());
        testClassPath.add(pluginJar.toString());
        properties.put("java.class.path", String.join(File.pathSeparator, testClassPath));
        return properties;
    }

    /**
     * Returns the parameters of the JUnit Platform.
     *
     * @return by name, with those of the clone in place of the recorded database's
     */
    public Map<String, String> configurationParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        recipe.configurationParameters().forEach((name, value) -> parameters.put(name, substitution.apply(value)));
        return parameters;
    }

    private List<String> classPath() {
        List<String> entries = new ArrayList<>(recipe.classPath());
        entries.add(pluginJar.toString());
        entries.addAll(recipe.launcherPath());
        return entries.stream().map(style::place).toList();
    }

    private static String quoted(String argument) {
        return '"'
                + argument.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
