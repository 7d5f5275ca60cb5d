package io.github.testhygiene.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for files that a build has left in its project, or changed there. */
public final class LeftFiles {

    private LeftFiles() {}

    /**
     * The files of a project that lie in no folder {@code target}.
     *
     * @param basedir the project, with its modules
     * @return the files' paths, and when and how long each was written
     */
    public static Map<String, String> outsideBuildDirectories(File basedir) throws IOException {
        Path root = basedir.toPath();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path path = root.relativize(each);
                if (Stream.of(path.toString().split("[/\\\\]")).noneMatch("target"::equals)
                        && !path.toString().equals("build.log")) {
                    files.put(path.toString(), Files.getLastModifiedTime(each) + ", " + Files.size(each) + " bytes");
                }
            }
        }
        return files;
    }
}
