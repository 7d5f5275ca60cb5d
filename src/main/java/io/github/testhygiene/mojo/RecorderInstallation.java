package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.RecordingAdvice;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.maven.FailsafeExecution.ExtraClassPath;
import io.github.testhygiene.maven.ProjectExports;
import io.github.testhygiene.maven.TestJvm;
import io.github.testhygiene.maven.TestToolchain;
import io.github.testhygiene.recording.RecorderJar;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Puts the recorder on the tests' class path through failsafe's own door, as project properties, which belong to this
 * module alone.
 *
 * @param project the module
 * @param session the build
 * @param toolchain finds the tests' JVM
 * @param log where obstacles are told
 */
record RecorderInstallation(MavenProject project, MavenSession session, TestToolchain toolchain, Log log) {

    private static final String DOOR = "maven.test.additionalClasspath";

    void arm(ProjectExports exports, Path recorderJar, Optional<FailsafeExecution> failsafe) {
        Properties properties = project.getProperties();
        exports.always().forEach(properties::setProperty);
        Optional<String> version = failsafe.flatMap(this::tooOldJvm);
        if (version.isPresent()) {
            log.warn(RecordingAdvice.testJvmTooOld(version.get()).text());
            return;
        }
        properties.setProperty(FailsafeExecution.OUR_ENTRY, recorderJar.toString());
        switch (failsafe.map(FailsafeExecution::classPath).orElse(ExtraClassPath.NONE)) {
            case NONE -> openDoor(recorderJar);
            case WITH_OURS -> log.debug("The tests' class path holds the recorder by configuration.");
            case WITHOUT_OURS ->
                log.warn(RecordingAdvice.ownAdditionalClasspath().text());
        }
    }

    /** Not where the user's XML has entries: Maven would take the property instead of them, and not beside them. */
    private void openDoor(Path recorderJar) {
        if (session.getUserProperties().containsKey(DOOR)) {
            log.warn(RecordingAdvice.additionalClasspathByUser().text());
            return;
        }
        Properties properties = project.getProperties();
        // The entry of an earlier goal of this build names a jar that is gone.
        Stream<String> own = Stream.of(properties.getProperty(DOOR, "").split(","))
                .filter(entry -> !entry.isBlank() && !entry.endsWith(RecorderJar.FILE));
        properties.setProperty(
                DOOR, Stream.concat(own, Stream.of(recorderJar.toString())).collect(Collectors.joining(",")));
    }

    private Optional<String> tooOldJvm(FailsafeExecution execution) {
        return toolchain.java(execution).flatMap(TestJvm::version).filter(TestJvm::tooOld);
    }
}
