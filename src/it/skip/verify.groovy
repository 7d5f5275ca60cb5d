import io.github.testhygiene.it.WrittenReport

for (module in ['with-tests', 'without-tests', 'without-failsafe']) {
    assert !WrittenReport.isIn(new File(basedir, module))
}
