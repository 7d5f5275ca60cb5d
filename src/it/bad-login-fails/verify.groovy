import io.github.testhygiene.it.WrittenReport

try {
    def log = new File(basedir, 'build.log').text

    assert log =~ /refuses to let role 'postgres' log in: .*password authentication failed/ && log.contains('<password>')
    assert log =~ /Role 'reader' may not create databases/ && log.contains('ALTER ROLE "reader" CREATEDB')
    assert !log.contains('not-the-password') && !log.contains('the-readers-secret')
    assert !WrittenReport.isIn(basedir)
    assert context.server.databases() == ['postgres', 'template0', 'template1']
    assert context.server.replicationSlots().empty
} finally {
    context.server?.close()
}
