import io.github.testhygiene.it.WrittenLint
import io.github.testhygiene.it.WrittenReport

def shop = 'src/test/java/com/example/shop'
def lint = WrittenLint.inDirectory(new File(basedir, 'target'))

// Tests that never run, as in ManualIT, are not looked at, alone or after a run.
// What is suppressed with a reason is accepted; helpers count where integration tests call them.
assert lint.places('sleeps') == ["$shop/Pauses.java:9"]
assert lint.subjects('sleeps') == ['ClockIT.sleepsAsPromised', 'ClockIT.waitsOnPurpose', 'Pauses.shortly']
assert lint.places('mocked-database') == ["$shop/MockedIT.java:16"]
assert lint.places('no-assertion') == ["$shop/ClockIT.java:35"]
assert lint.found('unused-suppression')*.message.sort() == [
    'The suppression of `fixed-port` for `OldServerIT` meets no finding any more.',
    'The suppression of `no-assertion` for `com.example.shop.ClockIT#isSuppressedWithoutAReason` gives no reason, so it suppresses nothing.'
]
assert lint.places('unused-suppression') == ['pom.xml:', "$shop/ClockIT.java:35"]
assert lint.rules() == ['sleeps', 'mocked-database', 'no-assertion', 'unused-suppression'] as Set
assert lint.lint().testClasses == 2 && lint.lint().packages == [[name: 'com.example.shop', testClasses: 2, tests: 6, expectingFailure: 2]]
assert lint.json().gate.passed

def failing = WrittenLint.inDirectory(new File(basedir, 'target/failing'))
assert failing.found('sleeps').empty && !failing.json().gate.passed
def log = new File(basedir, 'build.log').text
assert log.contains("$shop/Pauses.java:9  sleeps: ")
assert log.contains('Your tests have habits that <failOn> does not let pass: database mocked once: MockedIT.tellsOfALostConnection')

// The report of the whole has the same findings, and fails by those that are not accepted.
def report = WrittenReport.of(basedir)
assert report.found('sleeps')*.fingerprint == lint.found('sleeps')*.fingerprint
assert report.found('mocked-database') == lint.found('mocked-database')
assert report.breaches() == ['sleeps'] as Set
assert report.json().gate.breaches[0].message == '1 sleep: Pauses.shortly'
assert report.json().lint.packages == lint.lint().packages
