package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.support.Await;
import com.example.support.DatabaseTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.test.context.jdbc.Sql;

@Sql(statements = "INSERT INTO customer (name, city) VALUES ('ada', 'London')")
class ReportIT extends DatabaseTest {

    private static Locale before;

    @TempDir
    Path folder;

    private record Row(String name, long count) {}

    private static final RowMapper<Row> ROWS = (result, number) -> new Row(result.getString(1), result.getLong(2));

    @BeforeAll
    static void germanNumbers() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterAll
    static void restore() {
        Locale.setDefault(before);
    }

    @Override
    protected List<String> tables() {
        return List.of("report", "orders");
    }

    @Override
    protected void prepare() {
        List.of("pen", "paper", "desk").forEach(each -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", each);
            values.put("created", LocalDateTime.of(2024, 3, 1, 12, 0));
            values.put("key", UUID.nameUUIDFromBytes(each.getBytes(StandardCharsets.UTF_8)));
            insert("report", values);
        });
        later(() -> jdbc.update("DELETE FROM report_log"));
    }

    @Test
    void groupsByName() {
        List<Row> rows = jdbc.query("SELECT name, count(*) FROM report GROUP BY name ORDER BY name", ROWS);

        assertThat(rows).extracting(Row::name).containsExactly("desk", "paper", "pen");
        assertThat(rows).allMatch(row -> row.count() == 1);
    }

    @Test
    void writesAFile() throws Exception {
        Path file = folder.resolve("report.csv");
        BiFunction<String, Long, String> line = (name, count) -> String.format("%s;%,.2f", name, count * 1.5);
        Function<Row, String> format = row -> line.apply(row.name(), row.count());
        String text = jdbc.query("SELECT name, count(*) FROM report GROUP BY name", ROWS).stream()
                .map(format)
                .sorted()
                .collect(Collectors.joining("\n", "name;count\n", "\n"));

        Files.writeString(file, text);

        assertThat(file).exists().hasContent("name;count\ndesk;1,50\npaper;1,50\npen;1,50\n");
        assertThat(Files.size(file)).isGreaterThan(10L);
    }

    @Test
    void waitsForTheLog() {
        jdbc.update("SELECT pg_notify('report', ?)", "go");
        Await.settled("the log");
        assertThat(count("report_log")).isZero();
    }

    @Test
    void looksForMissingOnes() {
        Map<String, Long> known = jdbc.query("SELECT name, id FROM report", ROWS).stream()
                .collect(Collectors.toMap(Row::name, Row::count, (one, other) -> one, LinkedHashMap::new));
        String missing = null;
        for (String name : List.of("pen", "lamp", "paper")) {
            if (!known.containsKey(name)) {
                missing = name;
                break;
            }
        }
        assertThat(missing).as("not in %s", known).isEqualTo("lamp");
    }
}
