package com.example;

import org.junit.jupiter.api.Test;

class NeverFoundIT {

    @Test
    void isNeverFound() {}
}
