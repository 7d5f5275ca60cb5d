package io.github.testhygiene.mojo;

import io.github.testhygiene.advice.RecordingAdvice;
import io.github.testhygiene.maven.FailsafeExecution;
import io.github.testhygiene.maven.ProjectExports;
import io.github.testhygiene.maven.TestJvm;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Puts the recorder on the tests' class path through failsafe's own door, as project properties, which belong to this
 * module alone.
 *
 * @param project the module
 * @param session the build
 * @param log where obstacles are told
 */
record Arming(MavenProject project, MavenSession session, Log log) {

    private static final String DOOR = "maven.test.additionalClasspath";
    private static final String OUR_ENTRY = "test-hygiene.classpath";

    void arm(ProjectExports exports, Path recorderJar, Optional<FailsafeExecution> failsafe) {
        Properties properties = project.getProperties();
        exports.always().forEach(properties::setProperty);
        Optional<String> version = failsafe.flatMap(this::tooOldJvm);
        if (version.isPresent()) {
            log.warn(RecordingAdvice.testJvmTooOld(version.get()).text());
            return;
        }
        properties.setProperty(OUR_ENTRY, recorderJar.toString());
        String own = properties.getProperty(DOOR, "");
        boolean alreadyThere = own.contains(recorderJar.toString());
        properties.setProperty(DOOR, own.isBlank() || alreadyThere ? recorderJar.toString() : own + "," + recorderJar);
        if (failsafe.map(FailsafeExecution::replacesClassPath).orElse(false)) {
            log.warn(RecordingAdvice.ownAdditionalClasspath().text());
        } else if (session.getUserProperties().containsKey(DOOR)) {
            log.warn(RecordingAdvice.additionalClasspathByUser().text());
        }
    }

    private Optional<String> tooOldJvm(FailsafeExecution execution) {
        String jvm = execution.jvm();
        return jvm == null ? Optional.empty() : TestJvm.version(Path.of(jvm)).filter(TestJvm::tooOld);
    }
}
