import io.github.testhygiene.it.WrittenReport

def withLine = WrittenReport.of(new File(basedir, 'with-line'))
assert withLine.verdicts() == ['GreetingIT.isOnTheClassPath': 'isolated']

// Without the line we cannot record. The tests ran all the same, and the log has the line to add.
def withoutLine = new File(basedir, 'without-line')
assert !WrittenReport.isIn(withoutLine) || WrittenReport.of(withoutLine).verdicts().isEmpty()
assert new File(withoutLine, 'target/failsafe-reports/TEST-com.example.GreetingIT.xml').exists()
assert new File(basedir, 'build.log').text
        .contains('<additionalClasspathElement>${test-hygiene.classpath}</additionalClasspathElement>')
