package com.example;

import org.junit.jupiter.api.Test;

/** Ends the JVM in every run but the first. */
class ExitsIT {

    @Test
    void afterTheReferenceRun() {
        if (System.getProperty("java.io.tmpdir").contains("test-hygiene")) {
            Runtime.getRuntime().halt(3);
        }
    }
}
