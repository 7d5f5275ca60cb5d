import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdict('HangsIT.afterTheReferenceRun') == 'unchecked'
assert report.test('HangsIT.afterTheReferenceRun').reason =~ /\b5\b/ // the limit
assert report.verdict('NeighbourIT.isFine') in ['isolated', 'unchecked'] // accused of nothing
assert report.runs('reference')*.failed == [[]]
assert report.runs('alone')*.outcome as Set == ['completed', 'timed-out'] as Set
assert report.runs('reverse')*.outcome == ['timed-out']
assert report.runs('alone').every { it.durationMillis < 60_000 }
assert report.passed()
