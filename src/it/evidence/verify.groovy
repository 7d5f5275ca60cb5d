import io.github.testhygiene.it.WrittenReport

versions = [18]
evaluate(new File(basedir, 'seen.groovy'))

// Who writes and does not look is known where each test was run alone. The fixture's DELETE is not the test's.
def alone = WrittenReport.inDirectory(new File(basedir, 'target/alone'))
assert alone.messages('write-not-read-back') == ['`MessageIT.trustsTheReturnValue` writes `public.message` and does not read it back']
