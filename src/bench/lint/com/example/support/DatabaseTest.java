package com.example.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
public abstract class DatabaseTest {

    @Autowired
    protected JdbcTemplate jdbc;

    private final List<Runnable> undo = new ArrayList<>();

    @BeforeEach
    void fill() {
        tables().forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.execute("CREATE TABLE scratch (id int PRIMARY KEY, text text)");
        prepare();
    }

    @AfterEach
    void clean() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
        undo.clear();
        jdbc.execute("DROP TABLE scratch");
        release();
    }

    protected abstract List<String> tables();

    protected void prepare() {}

    protected void release() {}

    protected final void later(Runnable action) {
        undo.add(action);
    }

    protected long insert(String table, Map<String, Object> values) {
        String columns = String.join(", ", values.keySet());
        String marks = String.join(", ", values.keySet().stream().map(each -> "?").toList());
        jdbc.update("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")", values.values().toArray());
        Long id = jdbc.queryForObject("SELECT max(id) FROM " + table, Long.class);
        return id == null ? 0 : id;
    }

    protected int count(String table) {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
