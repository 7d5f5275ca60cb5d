package io.github.testhygiene.rerun.launch;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable in the environment of one re-run's process, which all processes that it starts inherit: so they are found also
 * when their parent has crashed, or when they have left its session. Only Linux shows other processes' environments.
 *
 * @param value a random text
 */
public record RunMark(String value) {

    /** The variable's name. */
    static final String VARIABLE = "TEST_HYGIENE_RUN";

    private static final Path PROCESSES = Path.of("/proc");

    static RunMark random() {
        return new RunMark(new BigInteger(96, new SecureRandom()).toString(Character.MAX_RADIX));
    }

    /** The processes that bear this mark; none where the system does not show it. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> marked = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path each : all) {
                if (isIn(each.resolve("environ"))) {
                    ProcessHandle.of(Long.parseLong(each.getFileName().toString()))
                            .ifPresent(marked::add);
                }
            }
        } catch (IOException | RuntimeException e) {
            return marked; // not a system that shows processes as files
        }
        return marked;
    }

    private boolean isIn(Path environment) {
        try {
            String variables = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
            return ("\0" + variables).contains("\0" + VARIABLE + "=" + value + "\0");
        } catch (IOException e) {
            return false; // another user's, or it has just ended
        }
    }
}
