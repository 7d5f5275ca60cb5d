package com.example.shop

import groovy.sql.Sql
import org.testcontainers.postgresql.PostgreSQLContainer
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.Unroll

@Stepwise
class PricesSpec extends Specification {

    @Shared
    def settings = [currency: 'EUR']

    def container

    def sql

    def setup() {
        container = new PostgreSQLContainer('postgres:18')
        container.start()
        sql = Sql.newInstance('jdbc:postgresql://shop-db.intranet:5432/shop', 'shop', 'secret')
    }

    def cleanup() {
        container?.stop()
    }

    def "has prices"() {
        expect:
        sql.firstRow('SELECT count(*) AS n FROM price').n == 0
    }

    def "sells what is there"() {
        given:
        def prices = new Prices(sql)

        when:
        prices.add('pen', 3)
        sleep(500)

        then:
        prices.count() == 1
        noExceptionThrown()
    }

    def "refuses a negative price"() {
        when:
        new Prices(sql).add('pen', -1)

        then:
        def failure = thrown(IllegalArgumentException)
        failure.message.contains('negative')
    }

    @Unroll
    def "adds #name for #price"() {
        expect:
        new Prices(sql).add(name, price).with { it.count() } >= 1

        where:
        name  | price
        'pen' | 1
        'ink' | 2
    }

    def "asks somebody"() {
        given:
        Mailer mailer = Mock()

        when:
        mailer.send('you@example.com')

        then:
        1 * mailer.send(_)
    }
}

interface Mailer {
    void send(String to)
}
