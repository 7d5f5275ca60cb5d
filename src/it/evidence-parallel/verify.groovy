import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// Whose rows are whose cannot be told while two tests run at the same time, and nobody is accused.
for (test in ['LeftIT.asksNothing', 'LeftIT.writes', 'RightIT.asksNothing', 'RightIT.writes']) {
    def other = test.startsWith('Left') ? 'RightIT' : 'LeftIT'
    assert report.test(test).unattributed.contains(other)
    assert report.test(test).rowsLeft == null && report.test(test).traces == null && report.test(test).sql == null
}
// The others are attributed all the same.
assert report.rowsLeft('AfterwardsIT.writes') == ['public.entry': [1, 0, 0]]
assert report.rowsLeft('AfterwardsIT.counts') == [:]
assert report.sql('AfterwardsIT.counts').statements == 1
assert report.findings('leaves-rows') == ['AfterwardsIT.writes']
for (rule in ['leaves-schema', 'leaves-session', 'never-reaches-database', 'uses-another-database', 'executed-twice']) {
    assert report.findings(rule) == []
}
