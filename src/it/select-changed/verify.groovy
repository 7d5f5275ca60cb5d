import io.github.testhygiene.it.WrittenReport

def report = { name -> WrittenReport.inDirectory(new File(basedir, "target/$name")) }
def log = new File(basedir, 'build.log').text

// The changed class is reached by one test, which now makes another one fail that nobody has touched.
def changed = report('changed')
assert changed.verdicts() == ['ArchiveIT.startsWithoutOrders': 'victim', 'CustomerIT.registers': 'unchecked',
                              'LedgerIT.countsOrders': 'unchecked', 'OrderIT.placesAnOrder': 'isolated']
assert changed.test('ArchiveIT.startsWithoutOrders').polluters == [changed.test('OrderIT.placesAnOrder').id]
assert changed.reason('CustomerIT.registers') == 'not selected'
assert changed.reason('LedgerIT.countsOrders') == 'not selected'
def selection = changed.json().selection
assert selection.mode == 'changed' && selection.from == ['Orders'] && selection.since ==~ /[0-9a-f]{40}/
assert [selection.tests, selection.selected, selection.context] == [4, 1, 2]
assert changed.json().gate.breaches*.rule == ['victim']
def alone = changed.json().runs.findAll { it.kind == 'alone' }*.label
assert alone.containsAll(['alone:OrderIT.placesAnOrder', 'alone:ArchiveIT.startsWithoutOrders'])
assert !alone.contains('alone:LedgerIT.countsOrders') && !alone.contains('alone:CustomerIT.registers')

// Victim and polluter, and whoever reads what the polluter writes.
def suspects = report('suspects')
assert suspects.verdicts() == ['ArchiveIT.startsWithoutOrders': 'victim', 'CustomerIT.registers': 'unchecked',
                               'LedgerIT.countsOrders': 'isolated', 'OrderIT.placesAnOrder': 'isolated']
assert suspects.json().selection.mode == 'suspects' && !suspects.json().selection.containsKey('since')
assert suspects.json().selection.from as Set == ['ArchiveIT.startsWithoutOrders', 'OrderIT.placesAnOrder'] as Set
assert [suspects.json().selection.selected, suspects.json().selection.context] == [3, 0]

assert !new File(basedir, 'target/unknown/test-hygiene/report.json').exists()
assert log.contains("<since> is 'no-such-branch', and this repository has no such commit")

// That nobody asked for an answer fails nothing, although unchecked tests would.
def nothing = report('nothing')
assert nothing.counts() == [unchecked: 4]
assert nothing.json().tests*.reason.unique() == ['not selected']
assert nothing.json().gate.passed && nothing.findings('unchecked') == []
assert [nothing.json().selection.selected, nothing.json().selection.context] == [0, 0]
