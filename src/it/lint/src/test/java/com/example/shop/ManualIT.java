package com.example.shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Has bad habits, and no test that runs. */
class ManualIT {

    @Disabled("until the printer is mended")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Broken {}

    @Tag("manual")
    @Test
    void waitsForAPerson() throws InterruptedException {
        Thread.sleep(60_000);
    }

    @Broken
    @Test
    void waitsForThePrinter() throws InterruptedException {
        Thread.sleep(20_000);
    }

    void isNoTest() throws InterruptedException {
        Thread.sleep(10_000);
    }
}
