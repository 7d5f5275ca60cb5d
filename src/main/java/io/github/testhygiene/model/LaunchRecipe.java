package io.github.testhygiene.model;

import java.util.List;
import java.util.Map;

/**
 * What is needed to launch a recorded JVM again. Holds secrets (environment, system properties): it stays in memory
 * and {@link #toString()} tells nothing of them.
 *
 * @param javaHome the JVM's home folder
 * @param inputArguments the JVM's own arguments ({@code argLine})
 * @param classPath the test class path in order, without what armed the recorder
 * @param launcherPath jars that the launcher needs and the test class path does not hold
 * @param systemProperties the system properties when the tests started
 * @param environment the environment
 * @param workingDirectory the working folder
 * @param configurationParameters the launcher's explicit configuration parameters
 * @param maxHeapBytes how large its heap may grow; 0 if that is not known
 */
public record LaunchRecipe(
        String javaHome,
        List<String> inputArguments,
        List<String> classPath,
        List<String> launcherPath,
        Map<String, String> systemProperties,
        Map<String, String> environment,
        String workingDirectory,
        Map<String, String> configurationParameters,
        long maxHeapBytes) {

    /** Copies the collections. */
    public LaunchRecipe {
        inputArguments = List.copyOf(inputArguments);
        classPath = List.copyOf(classPath);
        launcherPath = List.copyOf(launcherPath);
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
        configurationParameters = Map.copyOf(configurationParameters);
    }

    /**
     * A recipe of which nobody knows how large the heap may grow.
     *
     * @param javaHome the JVM's home folder
     * @param inputArguments the JVM's own arguments ({@code argLine})
     * @param classPath the test class path in order, without what armed the recorder
     * @param launcherPath jars that the launcher needs and the test class path does not hold
     * @param systemProperties the system properties when the tests started
     * @param environment the environment
     * @param workingDirectory the working folder
     * @param configurationParameters the launcher's explicit configuration parameters
     */
    public LaunchRecipe(
            String javaHome,
            List<String> inputArguments,
            List<String> classPath,
            List<String> launcherPath,
            Map<String, String> systemProperties,
            Map<String, String> environment,
            String workingDirectory,
            Map<String, String> configurationParameters) {
        this(
                javaHome,
                inputArguments,
                classPath,
                launcherPath,
                systemProperties,
                environment,
                workingDirectory,
                configurationParameters,
                0);
    }

    @Override
    public String toString() {
        return "LaunchRecipe[javaHome=" + javaHome + ", " + classPath.size() + " class path entries]";
    }
}
