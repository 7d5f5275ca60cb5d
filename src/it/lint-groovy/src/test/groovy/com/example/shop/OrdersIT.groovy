package com.example.shop

import groovy.transform.CompileStatic
import java.sql.DriverManager
import javax.sql.DataSource
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

import static org.junit.jupiter.api.Assertions.assertEquals

class OrdersIT {

    static int sold = 0

    def orders = []

    @BeforeEach
    void waits() {
        Thread.sleep(200)
    }

    @Test
    void sells() {
        orders << 'pen'
        sold++
        assert orders.size() == 1
    }

    @Test
    void looks() {
        assertEquals 0, sold
        orders.each { println it }
    }

    @Test
    void hasACoercedDataSource() {
        def source = [getLoginTimeout: { 0 }] as DataSource
        assert source.loginTimeout == 0
    }

    @Test
    @CompileStatic
    void isCompiledStatically() {
        Thread.sleep(100)
        def connection = DriverManager.getConnection('jdbc:postgresql://shop-db.intranet:5432/shop')
        [1, 2].each { int each -> sleep(each) }
        connection.close()
    }
}
