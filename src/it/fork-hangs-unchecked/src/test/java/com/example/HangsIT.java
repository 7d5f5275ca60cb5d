package com.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Never comes back in any run but the first. */
class HangsIT {

    @Test
    void afterTheReferenceRun() throws IOException, InterruptedException {
        Path marker = Path.of("target", "reference-run");
        if (Files.exists(marker)) {
            Thread.sleep(Long.MAX_VALUE);
        }
        Files.createFile(marker);
    }
}
