import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// Every run found the server as the first test had found it: no test fails in every re-run, or without the culprit.
assert !report.verdicts().containsValue('failing')
assert report.verdicts()['AccountIT.isOpened'] == 'victim'
assert report.verdicts()['RolesIT.createsARole'] == 'non-idempotent'
assert report.runs('alone').every { it.outcome == 'completed' }
assert report.findings('leaves-cluster-state') as Set == ['RolesIT.createsARole', 'RolesIT.forbidsWriting'] as Set
