import io.github.testhygiene.it.WrittenReport

def log = new File(basedir, 'build.log').text

assert log.contains('127.0.0.1:1')
assert log.contains('<jdbcUrl>')
assert !log.contains('a-secret')
assert !WrittenReport.isIn(basedir)
