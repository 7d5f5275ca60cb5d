import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.counts() == [isolated: 4, skipped: 1]
assert report.passed()
// Three at a time, and yet each run was made once and has a number of its own.
def runs = report.json().runs
assert runs*.number == (1..runs.size()).toList()
assert runs*.label.toSet().size() == runs.size()
assert runs.every { it.outcome == 'completed' && it.failed.empty }
assert report.runs('alone').size() == 4 && report.runs('reverse').size() == 1
def orders = report.runs('reference')*.order + report.runs('reverse')*.order + report.runs('shuffled')*.order
assert report.runs('shuffled').count { it.label.startsWith('shuffled') } in 2..4 && orders.toSet().size() == orders.size()
