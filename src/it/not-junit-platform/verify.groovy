import io.github.testhygiene.it.WrittenReport

def warnings = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[WARNING]') && it.contains('no test JVM reported') }
assert warnings.size() == 2 && warnings.every { it.contains('failsafe ran 1 test,') }

for (module in ['junit-4', 'testng']) {
    def folder = new File(basedir, module)
    assert !WrittenReport.isIn(folder)
    assert new File(folder, 'target/failsafe-reports/failsafe-summary.xml').text.contains('<completed>1</completed>')
}
assert new File(basedir, 'build.log').text.contains('JUnit Platform 1.9')

// A JVM that ended before it reported is not the same as no test.
def log = new File(basedir, 'build.log').text
assert !WrittenReport.isIn(new File(basedir, 'crashes-in-discovery'))
assert !log.contains('there is nothing to check')
assert log.contains("the tests' JVM ended before it reported a test. failsafe says: ")
