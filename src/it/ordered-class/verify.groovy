import io.github.testhygiene.it.WrittenReport

def unit = WrittenReport.of(basedir)

assert unit.counts() == [isolated: 6] && unit.passed()
// Two ordered classes with two steps each, and two tests that may stand anywhere.
assert unit.runs('alone')*.tests.sort() == [1, 1, 2, 2]
