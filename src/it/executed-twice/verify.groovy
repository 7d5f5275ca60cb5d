import io.github.testhygiene.it.WrittenReport

def inherited = WrittenReport.inDirectory(new File(basedir, 'target/base-class'))
def nested = WrittenReport.inDirectory(new File(basedir, 'target/nested'))

for (report in [inherited, nested]) {
    // One finding for the class, whatever the number of its tests; a parameterized test is no repetition.
    assert report.messages('executed-twice') == ['2 tests of `ShopIT.WhenOpen` are executed more than once: `sells` twice, `takesBack` twice']
    assert report.found('executed-twice')[0].advice.contains('<includes>')
}
