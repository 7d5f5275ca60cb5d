import io.github.testhygiene.it.Processes

try {
    assert new File(basedir, 'ends.txt').readLines().size() == 5
    // What the killed build had left was dropped by the next one.
    assert new File(basedir, 'build.log').text.contains('Dropped what builds left on the server that have ended: database')
    assert Processes.mentioning(new File(basedir, 'target/test-hygiene').path).empty
} finally {
    context.builds?.close()
    context.server?.close()
}
