import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == ['CountryIT.areTheMigratedOnes': 'isolated', 'CountryIT.canBeAdded': 'isolated']
assert report.runs('alone')*.outcome == ['completed', 'completed']
assert report.passed()
// The migrations came before the first test, and no test is told of them.
assert report.rowsLeft('CountryIT.areTheMigratedOnes') == [:] && report.rowsLeft('CountryIT.canBeAdded') == [:]
assert report.json().findings.findAll { it.rule.startsWith('leaves-') } == []
