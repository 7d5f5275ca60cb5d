package com.example.shop;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that the build provides. */
final class Database {

    private Database() {}

    static DataSource provided() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getProperty("test-hygiene.jdbc.url"));
        source.setUser(System.getProperty("test-hygiene.jdbc.username"));
        source.setPassword(System.getProperty("test-hygiene.jdbc.password"));
        return source;
    }
}
