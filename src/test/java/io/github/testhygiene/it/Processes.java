package io.github.testhygiene.it;

import java.util.List;

/** Looks for processes that a build has left running. */
public final class Processes {

    private Processes() {}

    /**
     * The processes whose command line holds a text, such as a folder's name.
     *
     * @param text what to look for
     * @return their command lines; on systems that hide them from Java, empty
     */
    public static List<String> mentioning(String text) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .flatMap(process -> process.info().commandLine().stream())
                .filter(commandLine -> commandLine.contains(text))
                .toList();
    }
}
