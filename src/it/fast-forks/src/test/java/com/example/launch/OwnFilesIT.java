package com.example.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes it that its class path is made of folders, as it is in failsafe's own JVM. */
class OwnFilesIT {

    private static Path folder() throws URISyntaxException {
        return Path.of(OwnFilesIT.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void findsItsOwnClass() throws URISyntaxException {
        assertTrue(Files.exists(folder().resolve("com/example/launch/OwnFilesIT.class")));
    }

    @Test
    void findsItsNeighbour() throws URISyntaxException {
        assertTrue(Files.exists(folder().resolve("com/example/launch/LaunchIT.class")));
    }
}
