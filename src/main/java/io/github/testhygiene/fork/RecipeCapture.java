package io.github.testhygiene.fork;

import io.github.testhygiene.model.LaunchRecipe;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;

/** Reads off this JVM what is needed to launch it again. */
final class RecipeCapture {

    private static final List<String> NEEDED_BY_THE_LAUNCHER =
            List.of("org.opentest4j.AssertionFailedError", "org.junit.jupiter.api.Test");

    private RecipeCapture() {}

    static LaunchRecipe recipe(Map<String, String> systemProperties, Map<String, String> configurationParameters) {
        List<String> classPath = classPath(systemProperties);
        return new LaunchRecipe(
                System.getProperty("java.home", ""),
                inputArguments(),
                classPath,
                launcherPath(classPath),
                systemProperties,
                System.getenv(),
                Path.of("").toAbsolutePath().toString(),
                configurationParameters,
                Runtime.getRuntime().maxMemory());
    }

    /** Failsafe switches assertions on from within the JVM, so that no argument tells of it. */
    private static List<String> inputArguments() {
        List<String> arguments =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (RecordingSession.class.desiredAssertionStatus()
                && arguments.stream().noneMatch(RecipeCapture::switchesAssertionsOn)) {
            arguments.add("-ea");
        }
        return arguments;
    }

    private static boolean switchesAssertionsOn(String argument) {
        return argument.equals("-ea") || argument.equals("-enableassertions");
    }

    static Map<String, String> systemProperties() {
        Properties properties = System.getProperties();
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : properties.stringPropertyNames()) {
            all.put(name, properties.getProperty(name));
        }
        return all;
    }

    /**
     * The test class path. It stands in {@code java.class.path}, except where failsafe isolates the tests in a class
     * loader of its own: then {@code surefire.test.class.path} holds it.
     */
    private static List<String> classPath(Map<String, String> systemProperties) {
        String armed = location(RecordingSession.class);
        for (String name : List.of("java.class.path", "surefire.test.class.path")) {
            List<String> entries = entries(systemProperties.getOrDefault(name, ""));
            if (entries.contains(armed) || entries.stream().anyMatch(RecipeCapture::isRecorder)) {
                return entries.stream().filter(entry -> !isRecorder(entry)).toList();
            }
        }
        return List.of();
    }

    private static boolean isRecorder(String entry) {
        return Path.of(entry).endsWith("test-hygiene-recorder.jar");
    }

    private static List<String> entries(String path) {
        List<String> entries = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return entries;
    }

    /** The jars that failsafe adds for itself: the launcher, and engines that the project does not name. */
    private static List<String> launcherPath(List<String> classPath) {
        Set<String> jars = new LinkedHashSet<>();
        jars.add(location(Launcher.class));
        jars.add(location(TestEngine.class));
        jars.add(location(JUnitException.class));
        for (TestEngine engine : ServiceLoader.load(TestEngine.class)) {
            jars.add(location(engine.getClass()));
        }
        for (String name : NEEDED_BY_THE_LAUNCHER) {
            try {
                jars.add(location(Class.forName(name, false, Launcher.class.getClassLoader())));
            } catch (ClassNotFoundException | LinkageError e) {
                jars.add(""); // Not every project has it, and the user's run did without it, too.
            }
        }
        jars.removeAll(classPath);
        jars.remove("");
        return List.copyOf(jars);
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | RuntimeException e) {
            return "";
        }
    }
}
