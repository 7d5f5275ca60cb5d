import io.github.testhygiene.it.WrittenReport

def log = new File(basedir, 'build.log').text

assert log.contains('mysql')
assert log.contains('<database>')
assert ['auto', 'container', 'embedded', 'external'].every { log.contains(it) }
assert !WrittenReport.isIn(basedir)
