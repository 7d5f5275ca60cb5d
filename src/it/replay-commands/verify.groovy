import io.github.testhygiene.it.WrittenReport

def first = WrittenReport.of(basedir)
// The commands as a person copies them from the report, and as invoker.properties has them.
def commands = new Properties()
new File(basedir, 'invoker.properties').withReader { commands.load(it) }
def called = { number -> 'mvn ' + (commands["invoker.goals.$number"] - ~/ -Dtest-hygiene\.outputDirectory=\S+/) }

def victim = 'CatalogIT.listsTheAssortment'
def brittle = 'OrderIT.showsTheLatestOrder'
def isolated = 'ReportIT.saysZeroForAStranger'
assert first.test(victim).replay.replace("'", '') == called(2)
assert first.test(brittle).replay.replace("'", '') == called(3)
assert first.test(isolated).replay == called(4)
assert first.found('brittle')[0].fingerprint.startsWith((called(11) =~ /replay=(\w+)/)[0][1])

def isolatedAgain = WrittenReport.inDirectory(new File(basedir, 'target/isolated'))
assert isolatedAgain.verdicts() == first.verdicts() && first.verdict(isolated) == 'isolated'

def log = new File(basedir, 'build.log').text
def said = log.readLines()*.replaceFirst(/^\[\w+] /, '').findAll { it =~ /^(As recorded: |All tests |Failed to execute goal )/ }*.replaceAll(/\S+-maven-plugin:\S+?:(\w+) \(\S+\) on project \S+:/, '$1')
// One build after the other; the first and the fourth end with the finding of the goal check.
def answers = said.findAll { !it.startsWith('Failed to execute goal check ') }
assert answers.size() == 12
assert answers[0] ==~ /As recorded: $victim failed after .*/
assert answers[1] == "As recorded: $brittle failed alone."
assert answers[2] ==~ /Failed to execute goal replay Not fixed: $victim failed after .*/
assert answers[3] == 'All tests passed; nothing was recorded of this run.'
assert answers[4] == "Failed to execute goal replay $victim failed after OrderIT.ordersANewProduct; nothing was recorded of this run."
assert answers[5].contains('There is no run in this order') && answers[5].contains(brittle)
assert answers[6] == "As recorded: $brittle and $victim failed, and no other test."
assert answers[7] == 'As recorded: no test failed.'
assert answers[8] == answers[1]
assert answers[9].contains("knows nothing called 'CatalogIT#listsTheAsortment'; it knows com.example.shop.CatalogIT#listsTheAssortment")
assert answers[10].contains('Nothing was named')
assert answers[11].contains('There is no report in')

// What was kept and why nobody was waited for.
assert log =~ /PGPASSWORD=\w+ psql -h localhost -p \d+ -U postgres -d test_hygiene_\w+/
assert log.contains('There is nobody to wait for, since Maven was called in batch mode')
