package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PersonIT {

    /** While tests are re-run, a person works in the module: another process, once. */
    @Test
    void isPatient() throws IOException, InterruptedException {
        String temporary = System.getProperty("java.io.tmpdir");
        int own = temporary.lastIndexOf("build" + File.separator);
        if (own < 0 || !temporary.contains("test-hygiene")) {
            return; // the user's own run
        }
        Path module = Path.of(temporary.substring(0, own));
        Path once = module.resolve(".person");
        if (Files.exists(once)) {
            return;
        }
        Process person = new ProcessBuilder(
                        "sh",
                        "-c",
                        "touch .person && echo edited > docs/guide.md && echo remember > NOTES.md"
                                + " && mkdir -p src/main/resources/db && echo 'SELECT 1' > src/main/resources/db/V2.sql"
                                + " && rm src/test/resources/old.txt && echo saved > build/failsafe-reports/notes.txt")
                .directory(module.toFile())
                .inheritIO()
                .start();
        assertEquals(0, person.waitFor());
    }
}
