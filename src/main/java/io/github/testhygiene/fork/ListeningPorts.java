package io.github.testhygiene.fork;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The TCP ports on which a process listens, as Linux tells; elsewhere none is known. */
final class ListeningPorts {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningPorts() {}

    /**
     * Those of one process.
     *
     * @param process its folder below {@code /proc}
     */
    static Map<String, String> find(Path process) {
        Map<String, String> ports = new TreeMap<>();
        try {
            Set<String> sockets = sockets(process.resolve("fd"));
            for (String table : List.of("net/tcp", "net/tcp6")) {
                if (Files.isReadable(process.resolve(table))) {
                    Files.readAllLines(process.resolve(table)).stream()
                            .map(line -> line.trim().split("\\s+"))
                            .filter(row -> row.length > INODE && row[STATE].equals(LISTENING))
                            .filter(row -> sockets.contains(row[INODE]))
                            .forEach(row -> ports.put(port(row[LOCAL_ADDRESS]), "listening"));
                }
            }
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
        return ports;
    }

    private static String port(String address) {
        return Integer.toString(Integer.parseInt(address.substring(address.indexOf(':') + 1), 16));
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                String target = target(link);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile, as the listing's own is
        }
    }
}
