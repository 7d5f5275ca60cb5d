import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)
def slow = ['ClassFixtureIT.searches', 'ClientIT.waitsForTheMail', 'FixtureIT.isQuickItself', 'ServerIT.searches']

assert report.findings('slow-test').containsAll(slow)
assert report.json().tests.every { (it.slowBecause ?: []).every { cause -> cause.message && cause.advice } }

// Each test sleeps in one place for as long as this at least; how long all else takes depends on the machine.
def millis = { test, kind -> report.test(test).slowBecause.find { it.kind == kind }?.millis }
assert millis('ServerIT.searches', 'server') >= 300
assert millis('ClientIT.waitsForTheMail', 'client') >= 300 && !('server' in report.causes('ClientIT.waitsForTheMail'))
def schema = ['SchemaIT.startsEmpty', 'SchemaIT.takesAForm', 'SchemaIT.takesAnother']
assert schema.every { report.sql(it).ddl == 60 && report.sql(it).ddlMillis > 0 }
// On a busy machine the first of them spends nearly all of its time on classes that are loaded.
assert schema.any { 'schema' in report.causes(it) }
assert 'class-fixture' in report.causes('ClassFixtureIT.searches')
// A test's fixtures are told from its own method in the re-runs.
assert millis('FixtureIT.isQuickItself', 'test-fixture') >= 200
assert ['ClassFixtureIT.searches', 'ClientIT.waitsForTheMail', 'ServerIT.searches'].every { !('test-fixture' in report.causes(it)) }

// The advice of the finding is that of the greatest cause.
def slowest = report.found('slow-test').find { it.methodName == 'waitsForTheMail' }
assert slowest.advice == report.test('ClientIT.waitsForTheMail').slowBecause[0].advice

def suite = report.evidence().suiteSlowBecause
assert suite*.kind.containsAll(['server', 'client', 'schema', 'class-fixture', 'test-fixture'])
assert suite.every { it.message && it.advice }
assert report.found('slow-suite').size() == 1
