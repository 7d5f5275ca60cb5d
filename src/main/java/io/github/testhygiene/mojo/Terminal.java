package io.github.testhygiene.mojo;

import io.github.testhygiene.check.StatusLine;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Whether somebody watches the build on a terminal, and how to write to it. */
final class Terminal {

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    private Terminal() {}

    /**
     * The line that can be written again.
     *
     * @return empty if a log is all that there is, or if other lines may come in between
     */
    static Optional<StatusLine> statusLine(MavenSession session, boolean quiet) {
        Map<String, String> environment = System.getenv();
        boolean alone = session.getRequest().getDegreeOfConcurrency() <= 1;
        boolean watched = session.getRequest().isInteractiveMode() && !quiet && isTerminal(System.console());
        return alone && watched && canRewrite(environment)
                ? Optional.of(new StatusLine(standardOutput(), width(environment)))
                : Optional.empty();
    }

    /** Since Java 22 there may be a console without a terminal; before, there was none then. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    static boolean canRewrite(Map<String, String> environment) {
        String ci = environment.getOrDefault("CI", "");
        return !environment.getOrDefault("TERM", "").equals("dumb") && (ci.isBlank() || ci.equals("false"));
    }

    static int width(Map<String, String> environment) {
        try {
            return Math.max(
                    LEAST_WIDTH,
                    Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip()));
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /** Past System.out, which Maven 4 turns into lines of its log. */
    private static Consumer<String> standardOutput() {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Charset charset = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        return text -> {
            System.out.flush();
            try {
                out.write(text.getBytes(charset));
            } catch (IOException e) {
                // Nobody watches any more; what matters stands in the log.
            }
        };
    }
}
