import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.json().database.provider == 'container'
assert !report.evidence().noChangeLog && !report.evidence().noStatementLog
assert report.rowsLeft('AccountIT.audits') == ['public.account_audit': [3, 0, 0]]
assert report.rowsLeft('AccountIT.takesAnAccountBack') == [:] && report.rowsLeft('AccountIT.rollsATicketBack') == [:]
assert report.rowsLeft('LeavingFixtureIT.countsCurrencies') == [:] && report.rowsLeft('LeavingFixtureIT.findsACurrency') == [:]
assert report.rowsLeftByFixtures('LeavingFixtureIT') == ['public.currency': [2, 0, 0]]
assert "`public.account_audit` 0 → 3 rows (+3) left behind by `AccountIT.audits`: (id 1, who 'ada', password ***)" in report.messages('leaves-rows')
assert report.sql('UseIT.asksThirtyTimes').statements == 30 && report.sql('UseIT.connectsTwelveTimes').connections == 12
assert report.findings('never-reaches-database') == ['UseIT.computes']
