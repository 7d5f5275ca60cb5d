import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// One finding about the suite, and not one about each of its tests.
assert report.messages('uses-another-database') == ['the 2 tests that ran executed no statement on the provided database']
assert report.found('uses-another-database')[0].advice.contains('test-hygiene.jdbc.url')
assert report.findings('never-reaches-database') == []
assert report.rowsLeft('OwnDatabaseIT.writes') == [:] && report.sql('OwnDatabaseIT.writes').statements == 0
