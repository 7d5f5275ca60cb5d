package io.github.testhygiene.report.ci;

import io.github.testhygiene.model.Finding;
import io.github.testhygiene.model.HygieneReport.Project;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a finding is, as CI systems count: from the root of the checkout.
 *
 * @param path with slashes
 * @param line from 1; null if it is not known
 * @param belowRoot whether the path starts at the root; if not, nobody knows where the module stands, and it starts at
 *     the module's folder
 */
record SourcePlace(String path, @Nullable Integer line, boolean belowRoot) {

    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    /**
     * The place of a finding.
     *
     * @param project the module
     * @param finding the finding
     * @return the module's POM for a finding that is in no file, since CI systems show none without
     */
    static SourcePlace of(Project project, Finding finding) {
        String file = finding.file();
        String folder = project.folder();
        String path = (folder == null ? "" : folder + "/") + (file == null ? "pom.xml" : file);
        return new SourcePlace(normalized(path), file == null ? null : finding.line(), folder != null);
    }

    /**
     * The path as a URI reference.
     *
     * @return with all but slashes and a few plain characters percent-encoded, so that it has neither scheme nor query
     */
    String uri() {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            if (c == '/' || UNRESERVED.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
            }
        }
        return uri.toString();
    }

    private static String normalized(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.replace('\\', '/').split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? "pom.xml" : String.join("/", parts);
    }
}
