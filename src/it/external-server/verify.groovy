import groovy.sql.Sql
import io.github.testhygiene.it.WrittenReport

try {
    def report = WrittenReport.of(basedir)

    assert report.json().database.provider == 'external'
    assert report.counts() == [isolated: 4, skipped: 1]
    assert report.passed()
    // The server is the user's: nothing of ours stays on it, and nothing of the user's is gone.
    def sql = new Sql(context.server.postgresDatabase)
    assert sql.rows('SELECT datname FROM pg_database ORDER BY 1')*.datname == ['postgres', 'template0', 'template1']
    assert sql.rows('SELECT slot_name FROM pg_replication_slots').empty
} finally {
    context.server?.close()
}
