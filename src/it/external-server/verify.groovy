import io.github.testhygiene.it.WrittenReport

try {
    def report = WrittenReport.of(basedir)

    assert report.json().database.provider == 'external'
    assert report.counts() == [isolated: 4, skipped: 1]
    assert report.passed()
    // The server is the user's: nothing of ours stays on it, and nothing of the user's is gone.
    assert context.server.databases() == ['postgres', 'template0', 'template1']
    assert context.server.replicationSlots().empty
} finally {
    context.server?.close()
}
