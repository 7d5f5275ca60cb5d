package io.github.testhygiene.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaStatementsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    create table a (b int)                      | CREATE TABLE a
                    CREATE TABLE(b int)                         | CREATE TABLE
                    create or replace view v as select 1        | CREATE OR REPLACE VIEW v
                    create unlogged table "A b" (c int)         | CREATE UNLOGGED TABLE "A
                    insert into a values (1); drop table x.a    | DROP TABLE x.a
                    DROP MATERIALIZED VIEW v                    | DROP MATERIALIZED VIEW v
                    alter table only a add constraint b unique (c) | ALTER TABLE ONLY a
                    alter type mood add value 'ok'              | ALTER TYPE mood
                    create database shop                        | CREATE DATABASE shop
                    """)
    void whatChangesTheSchemaIsToldByItsFirstWords(String sql, String start) {
        assertThat(SchemaStatements.first(sql)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create",
                "drop",
                "select 'a'; -- drop table a",
                "/* create table a */ select 1",
                "insert into a values ('it''s; drop table a;')",
                "create function f() returns void as $body$ begin; create table a(); end $body$ language plpgsql",
                "do $$ begin; drop table a; end $$",
                "create temporary table a (b int); drop table a",
                "create index if not exists a on b (c)",
                "alter table a disable trigger all",
                "alter table a set (autovacuum_enabled = false)",
                "alter table a alter column b restart with 1",
                "truncate table a restart identity",
                "drop owned by me",
                "explain create table a as select 1",
                "create table_of_content",
                "refresh materialized view v"
            })
    void whatLeavesTheSchemaAsItIsIsNotFound(String sql) {
        assertThat(SchemaStatements.first(sql)).isEmpty();
    }

    @Test
    void aLongTextIsNoTrouble() {
        String rows = "insert into a values ('" + "it''s; drop table b; ".repeat(50_000) + "');";

        assertThat(SchemaStatements.first(rows)).isEmpty();
        assertThat(SchemaStatements.first(rows + "drop table a")).contains("DROP TABLE a");
    }
}
