import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'ExitsIT.afterTheReferenceRun': 'unchecked',
        'NeighbourIT.knowsTheDatabase': 'isolated', // its orders were run again without the one that exits
        'NeighbourIT.knowsTheUser'    : 'isolated',
]
assert report.reason('ExitsIT.afterTheReferenceRun').contains('exit code 3')
assert report.runs('reference')*.failed == [[]]
assert report.runs('alone')*.outcome.sort() == ['completed', 'completed', 'crashed']
assert report.passed()
