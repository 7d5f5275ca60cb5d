package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest
class DataSourceIT {

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${spring.datasource.url}")
    private String url;

    @Test
    void isTheOneThatThePluginProvides() {
        assertThat(url).isEqualTo(System.getProperty("test-hygiene.jdbc.url"));
        assertThat(url).contains("/" + jdbc.queryForObject("SELECT current_database()", String.class));
    }

    @Test
    void hasTheTablesOfTheEntities() {
        assertThat(jdbc.queryForObject("SELECT to_regclass('book') IS NOT NULL", Boolean.class)).isTrue();
    }
}
