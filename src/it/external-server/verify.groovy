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
    // What a person asked to keep is left alone by the goal that cleans, and named with its command.
    assert log.contains("Left alone: database $kept (kept as you asked): DROP DATABASE \"$kept\" WITH (FORCE)")
    // The tests log in as a role of the session's, so that failsafe has no password of the user's to report.
    assert !log.contains(context.password)
    ['failsafe-reports', 'test-hygiene'].each { new File(basedir, "target/$it").eachFileRecurse(groovy.io.FileType.FILES) { file ->
        assert !file.getText('UTF-8').contains(context.password)
    } }
    assert new File(basedir, 'target/failsafe-reports').listFiles().any { it.text.contains('test-hygiene.jdbc.password') }
    assert context.server.roles().findAll { it.startsWith('test_hygiene') }.empty
    assert context.server.databases() == ['postgres', 'template0', 'template1', kept].sort()
    assert context.server.replicationSlots().empty
} finally {
    context.server?.close()
}
