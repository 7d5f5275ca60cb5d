package com.example;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Both tests leave what every database of the server shares. */
class RolesIT {

    /** Would fail in every re-run if the role of the run before it were still there. */
    @Test
    void createsARole() throws SQLException {
        Shop.execute("SET default_transaction_read_only = off", "CREATE ROLE auditor LOGIN");
    }

    /** Would make every test that writes fail, in whatever database, from the next login on. */
    @Test
    void forbidsWriting() throws SQLException {
        Shop.execute(
                "SET default_transaction_read_only = off",
                "ALTER ROLE CURRENT_USER SET default_transaction_read_only = on");
    }
}
