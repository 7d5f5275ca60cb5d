package com.example;

import org.junit.jupiter.api.Test;

/** Never comes back in any run but the first. */
class HangsIT {

    @Test
    void afterTheReferenceRun() throws InterruptedException {
        if (System.getProperty("java.io.tmpdir").contains("test-hygiene")) {
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
