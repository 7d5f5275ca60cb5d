def log = new File(basedir, 'build.log').text

assert log.contains('<timeBudget>')
assert log.contains('-5m')
assert log.contains('soon')
