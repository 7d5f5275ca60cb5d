package com.example.shop

import java.sql.Connection
import java.sql.DriverManager
import javax.sql.DataSource
import org.postgresql.ds.PGSimpleDataSource

const val URL = "jdbc:postgresql://shop-db.intranet:5432/shop"

object Databases {

    /** Made once, for all tests. */
    val provided: DataSource by lazy {
        PGSimpleDataSource().apply { setUrl(System.getProperty("test.jdbc.url")) }
    }

    fun somebodys(url: String = URL): Connection = DriverManager.getConnection(url)

    fun named(): Connection = DriverManager.getConnection(URL, "shop", "secret")
}

class Prices(private val dataSource: DataSource) {

    fun count(): Int = dataSource.connection.use { connection ->
        connection.createStatement().use { statement ->
            statement.executeQuery("SELECT count(*) FROM price").use { rows ->
                rows.next()
                rows.getInt(1)
            }
        }
    }

    override fun toString() = "prices"
}
