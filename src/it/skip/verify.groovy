import io.github.testhygiene.it.WrittenReport

['with-tests', 'without-tests', 'without-failsafe'].each {
    assert !WrittenReport.isIn(new File(basedir, it))
}
