import io.github.testhygiene.it.WrittenReport

try {
    def report = WrittenReport.of(basedir)

    assert report.json().database.provider == 'external'
    assert report.counts() == [isolated: 4, skipped: 1]
    assert report.passed()
    // The server is the user's: nothing of ours stays on it but what was to be kept, and nothing of the user's is gone.
    def log = new File(basedir, 'build.log').text
    def kept = (log =~ /-c 'DROP DATABASE (test_hygiene_\w+) WITH \(FORCE\)'/)[0][1]
    assert log.contains("psql -h localhost -p ") && log.contains(" -U postgres -d $kept")
    assert !log.contains(context.server.properties()['external.password'])
    assert context.server.databases() == ['postgres', 'template0', 'template1', kept].sort()
    assert context.server.replicationSlots().empty
} finally {
    context.server?.close()
}
