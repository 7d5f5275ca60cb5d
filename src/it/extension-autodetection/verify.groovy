import io.github.testhygiene.it.WrittenReport

def current = WrittenReport.of(basedir)
def old = WrittenReport.inDirectory(new File(basedir, 'target/old'))

[current, old].each { report ->
    assert report.counts() == [isolated: 3]
    assert report.passed()
    assert report.json().runs.every { it.outcome == 'completed' && !it.failed }
}

// The plugin's own extension is around the tests in re-runs, in each of them, where it can come in alone.
def lines = new File(basedir, 'target/intercepted.log').readLines()
def tests = ['adds', 'counts1', 'counts2', 'refuses']
assert lines.findAll { it.startsWith('5.13.4') && it.endsWith('not intercepted') } as Set ==
        tests.collect { "5.13.4 recorded $it not intercepted".toString() } as Set
assert lines.findAll { it.startsWith('5.13.4') && !it.endsWith('not intercepted') } as Set ==
        tests.collect { "5.13.4 re-run $it intercepted".toString() } as Set
assert lines.findAll { it.startsWith('5.9.3') }.every { it.endsWith('not intercepted') }
assert lines.any { it.startsWith('5.9.3 re-run') }
