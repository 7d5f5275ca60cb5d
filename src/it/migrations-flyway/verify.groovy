import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == ['CountryIT.areTheMigratedOnes': 'isolated', 'CountryIT.canBeAdded': 'isolated']
assert report.runs('alone')*.outcome == ['completed', 'completed']
assert report.passed()
