package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RegistrationIT {

    /** Seeded defect, non-idempotent: the second time there is an account of that name. */
    @Test
    void registersAda() throws SQLException {
        Shop.execute("INSERT INTO account VALUES ('ada@example.com')");

        assertEquals(1, Shop.number("SELECT count(*) FROM account WHERE email = 'ada@example.com'"));
    }
}
