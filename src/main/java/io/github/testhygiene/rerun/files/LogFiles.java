package io.github.testhygiene.rerun.files;

import java.util.regex.Pattern;

/** Files that programs only write on: no test depends on them, and many programs share one. */
public final class LogFiles {

    private static final Pattern NAME = Pattern.compile(".*\\.log(\\.[\\w.-]+)?");

    private LogFiles() {}

    static boolean isOne(String fileName) {
        return NAME.matcher(fileName).matches();
    }
}
