package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes its tables before every test. */
class SchemaIT {

    private static final int TABLES = 15;

    @BeforeEach
    void createTables() throws SQLException {
        Database.execute(IntStream.range(0, TABLES)
                .boxed()
                .flatMap(i -> Stream.of(
                        "DROP TABLE IF EXISTS form_" + i,
                        "CREATE TABLE form_" + i + " (id bigint PRIMARY KEY, number text UNIQUE, name text UNIQUE, mail text UNIQUE)",
                        "CREATE INDEX ON form_" + i + " (lower(name))",
                        "CREATE INDEX ON form_" + i + " (lower(mail))"))
                .toArray(String[]::new));
    }

    @Test
    void startsEmpty() throws SQLException {
        assertEquals(0, Database.number("SELECT count(*) FROM form_0"));
    }

    @Test
    void takesAForm() throws SQLException {
        Database.execute("INSERT INTO form_1 VALUES (1, '1', 'ada', 'ada@example.com')");

        assertEquals(1, Database.number("SELECT count(*) FROM form_1"));
    }

    @Test
    void takesAnother() throws SQLException {
        Database.execute("INSERT INTO form_2 VALUES (2, '2', 'grace', 'grace@example.com')");

        assertEquals(1, Database.number("SELECT count(*) FROM form_2"));
    }
}
