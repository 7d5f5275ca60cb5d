import groovy.json.JsonSlurper
import io.github.testhygiene.it.WrittenReport

def report = { name -> WrittenReport.inDirectory(new File(basedir, "target/$name")) }
def rules = { findings -> findings*.rule as Set }

def first = report('first')
assert first.verdict('LibraryIT.startsEmpty') == 'victim' && first.findings('leaves-rows') == ['ShopIT.addsABook']
assert first.findings('sleeps') == ['LibraryIT.waits']
assert !first.json().containsKey('trend')

def second = report('second').json().trend
assert second.since == first.json().startedAt && second.suiteMillis == first.json().suite.durationMillis && second.tests == 3
assert second.newFindings == [] && second.unknown == []
assert second.fixed.find { it.rule == 'victim' }.methodName == 'startsEmpty'
assert second.fixed.find { it.rule == 'leaves-rows' }.methodName == 'addsABook'
assert second.unchanged + second.fixed.size() == first.json().findings.count { !it.accepted }
assert second.unchanged >= 1

// The victim was not checked, so that nobody knows; the rows of the shop are gone.
def third = report('third').json().trend
assert third.since == first.json().startedAt
assert 'victim' in rules(third.unknown) && !('victim' in rules(third.fixed))
assert 'leaves-rows' in rules(third.fixed)

assert !report('fourth').json().containsKey('trend')
assert new File(basedir, 'build.log').text.contains('<previousReport> names ' + new File(basedir, 'target/none.json'))

// The third build is not in it.
def history = new JsonSlurper().parse(new File(basedir, 'kept/history.json'))
assert history.modules.keySet() == ['io.github.testhygiene.it:trend'] as Set
assert history.modules['io.github.testhygiene.it:trend'].builds*.startedAt ==
        ['first', 'second', 'fourth'].collect { report(it).json().startedAt }
