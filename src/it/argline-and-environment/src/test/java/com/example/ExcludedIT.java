package com.example;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExcludedIT {

    @Test
    @Tag("slow")
    void isNotInTheGroup() {
        fail("the group was not selected");
    }
}
