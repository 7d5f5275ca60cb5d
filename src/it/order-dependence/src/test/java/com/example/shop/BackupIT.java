package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class BackupIT {

    /** Seeded defect, a victim of a file in the temporary folder. */
    @Test
    void findsNoOtherBackupUnderWay() {
        assertFalse(Files.exists(Shop.backupLock()));
    }
}
