package io.github.testhygiene.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Findings that a project has decided to live with.
 *
 * @param rules the ids of rules
 * @param subject the classes or methods
 * @param reason why; blank if whoever wrote it gave none
 * @param writtenAt where it is written
 */
public record Suppression(List<String> rules, SubjectPattern subject, String reason, WrittenAt writtenAt) {

    /** Copies the list. */
    public Suppression {
        rules = List.copyOf(rules);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(writtenAt, "writtenAt");
    }

    /**
     * Where a suppression is written.
     *
     * @param className the class that is annotated; empty for the POM
     * @param methodName the method that is annotated; null for the class
     * @param file the source file; null if it is not known
     * @param line the line in it; null if it is not known
     */
    public record WrittenAt(
            String className,
            @Nullable String methodName,
            @Nullable String file,
            @Nullable Integer line) {

        /** In the POM. */
        public static final WrittenAt POM = new WrittenAt("", null, "pom.xml", null);
    }

    /**
     * Whether it is about a finding.
     *
     * @param finding the finding
     * @return true if its rule and its subject are meant
     */
    public boolean matches(Finding finding) {
        return rules.contains(finding.rule())
                && (finding.className().isEmpty()
                        ? matchesFile(finding.file())
                        : subject.matches(finding.className(), finding.methodName()));
    }

    /** What is no class, such as a settings file, is named by its file. */
    private boolean matchesFile(@Nullable String file) {
        return file != null && (file.equals(subject.text()) || file.endsWith("/" + subject.text()));
    }
}
