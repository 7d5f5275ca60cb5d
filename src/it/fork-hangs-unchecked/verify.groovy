import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'HangsIT.afterTheReferenceRun': 'unchecked',
        'NeighbourIT.knowsTheDatabase': 'isolated', // its orders were run again without the one that hangs
        'NeighbourIT.knowsTheUser'    : 'isolated',
]
assert report.reason('HangsIT.afterTheReferenceRun').contains('10 s')
assert report.runs('reference')*.failed == [[]]
assert report.runs('alone')*.outcome.sort() == ['completed', 'completed', 'timed-out']
assert report.json().runs.every { it.durationMillis < 60_000 }
assert report.passed()
