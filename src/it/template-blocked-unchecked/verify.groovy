import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == ['ConnectionsIT.answers': 'unchecked', 'ConnectionsIT.seesTheApplication': 'unchecked']
assert report.json().tests.every { it.reason.contains('connected') }
assert report.runs('reference')*.failed == [[]]
assert report.runs('alone').empty && report.runs('reverse').empty && report.runs('shuffled').empty
assert report.passed()
