package com.example.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a customer is sent. */
public final class Invoice {

    private Invoice() {}

    /** An amount as it is printed, in the currency of the JVM's settings. */
    public static String amount(int cents) {
        String currency = System.getProperty("shop.currency", "EUR");
        return "%s %d.%02d".formatted(currency, cents / 100, cents % 100);
    }

    /** The tax in an amount of money. */
    public static int tax(int cents, int percent) {
        return Math.round(cents * percent / 100f);
    }

    /** The day on which something is sent, where the JVM is. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.systemDefault());
    }
}
