import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert basedir.name == 'spaces in path'
assert report.counts() == [isolated: 3]
assert report.json().runs*.outcome as Set == ['completed'] as Set
assert report.passed()
