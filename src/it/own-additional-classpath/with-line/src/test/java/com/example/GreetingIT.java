package com.example;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class GreetingIT {

    @Test
    void isOnTheClassPath() {
        assertNotNull(GreetingIT.class.getResource("/greeting.txt"));
    }
}
