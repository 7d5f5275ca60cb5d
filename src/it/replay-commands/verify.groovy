import io.github.testhygiene.it.WrittenReport

def first = WrittenReport.of(basedir)
def again = { folder -> WrittenReport.inDirectory(new File(basedir, "target/$folder")) }
// The commands as a person copies them from the report, and as invoker.properties has them.
def commands = new Properties()
new File(basedir, 'invoker.properties').withReader { commands.load(it) }
def called = { number -> 'mvn ' + (commands["invoker.goals.$number"] - ~/ -Dtest-hygiene\.outputDirectory=\S+/) }

def victim = 'CatalogIT.listsTheAssortment'
def brittle = 'OrderIT.showsTheLatestOrder'
def isolated = 'ReportIT.saysZeroForAStranger'
assert first.test(victim).replay == called(2)
assert first.test(brittle).replay.replace("'", '') == called(3)
assert first.test(isolated).replay == called(4)

def victimAgain = again('victim').test(victim)
assert victimAgain.verdict == 'victim' && victimAgain.failure.message == first.test(victim).failure.message
assert again('victim').runs('reverse')[0].failed.contains(victimAgain.id) && again('victim').runs('shuffled').empty
assert again('brittle').verdicts() == [(brittle): 'brittle']
assert again('isolated').verdicts() == first.verdicts() && first.verdict(isolated) == 'isolated'
