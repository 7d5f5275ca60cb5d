package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchIT {

    /** Seeded defect, brittle: somebody else must have loaded the index. */
    @Test
    void findsTheTeapot() {
        assertEquals(List.of("teapot"), SearchIndex.find("tea"));
    }

    @Test
    void doesNotFindAKettle() {
        assertEquals(List.of(), SearchIndex.find("kettle"));
    }
}
