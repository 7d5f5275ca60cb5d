import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == ['NoisyIT.printsALot': 'isolated', 'NoisyIT.printsNothing': 'isolated']
assert report.json().runs*.outcome as Set == ['completed'] as Set
assert report.passed()
// What the re-runs print is kept out of the log and of the report.
assert new File(basedir, 'build.log').length() < 1_000_000
assert new File(basedir, 'target/test-hygiene/report.json').length() < 1_000_000
