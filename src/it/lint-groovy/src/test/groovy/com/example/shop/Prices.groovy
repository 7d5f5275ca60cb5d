package com.example.shop

class Prices {

    private final sql

    Prices(sql) {
        this.sql = sql
    }

    def add(String name, int price) {
        if (price < 0) {
            throw new IllegalArgumentException('negative')
        }
        sql.executeInsert("INSERT INTO price VALUES ($name, $price)")
        this
    }

    int count() {
        sql.firstRow('SELECT count(*) AS n FROM price').n
    }
}
