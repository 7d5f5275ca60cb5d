package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerIT {

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = Database.connect();
    }

    @Test
    void adds() throws Exception {
        note("adds");
        assertEquals(4, Database.number(connection, "select 2 + 2"));
    }

    @Test
    void refusesToDivideByZero() throws Exception {
        note("refuses");
        assertThrows(SQLException.class, () -> Database.number(connection, "select 1 / 0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void countsRows(int rows) throws Exception {
        note("counts" + rows);
        assertEquals(rows, Database.number(connection, "select count(*) from generate_series(1, " + rows + ")"));
    }

    /** Whether the plugin's own extension is around this test, which is a re-run's if the plugin's own main class ran it. */
    private static void note(String test) throws IOException {
        String line = String.join(
                " ",
                Test.class.getPackage().getImplementationVersion(),
                isCalledBy("RerunMain") ? "re-run" : "recorded",
                test,
                isCalledBy("BodyInterceptor") ? "intercepted" : "not intercepted");
        Files.writeString(
                Path.of("target", "intercepted.log"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static boolean isCalledBy(String simpleName) {
        String name = "io.github.testhygiene.fork." + simpleName;
        return StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(name)));
    }
}
