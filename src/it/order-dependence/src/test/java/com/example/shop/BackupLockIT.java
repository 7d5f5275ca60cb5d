package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class BackupLockIT {

    /** Forgets its lock. */
    @Test
    void locksTheShop() throws IOException {
        Files.writeString(Shop.backupLock(), "locked");

        assertTrue(Files.exists(Shop.backupLock()));
    }
}
