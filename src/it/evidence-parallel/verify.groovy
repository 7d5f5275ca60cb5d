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
// What was seen was seen; what may be the unattributed tests' is not said to be absent.
def parts = report.evidence().parts
assert parts.use.kind == 'seen' && parts.statements.kind == 'seen' && parts.rows.kind == 'seen'
assert parts.sessions.kind == 'not-observed' && parts.sessions.reason
assert new File(basedir, 'target/test-hygiene/index.html').text.contains('what 4 tests executed was not observed')
for (rule in ['leaves-schema', 'leaves-session', 'never-reaches-database', 'uses-another-database', 'executed-twice']) {
    assert report.findings(rule) == []
}
