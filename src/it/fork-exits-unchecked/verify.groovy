import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdict('ExitsIT.afterTheReferenceRun') == 'unchecked'
assert report.test('ExitsIT.afterTheReferenceRun').reason.contains('3') // the exit code
assert report.verdict('NeighbourIT.isFine') in ['isolated', 'unchecked'] // accused of nothing
assert report.runs('reference')*.failed == [[]]
assert report.runs('alone')*.outcome as Set == ['completed', 'crashed'] as Set
assert report.runs('reverse')*.outcome == ['crashed']
assert report.passed()
