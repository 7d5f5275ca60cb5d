import io.github.testhygiene.it.WrittenReport

def lenient = WrittenReport.of(basedir)
def insisting = WrittenReport.inDirectory(new File(basedir, 'target/insisting'))

assert lenient.passed()
assert !insisting.passed() && insisting.breaches() == ['unchecked'] as Set
for (report in [lenient, insisting]) {
    def unchecked = report.json().tests.findAll { it.verdict == 'unchecked' }
    assert unchecked && unchecked.every { it.reason.contains('budget') }
    // Isolated is only what passed in the reference run, alone and in another order.
    assert report.json().tests.findAll { it.verdict == 'isolated' }.every { it.evidence.passed >= 3 && it.evidence.ordersTried >= 2 }
    assert report.verdict('BasketIT.takesAVoucher') == 'skipped'
    assert report.runs('reference')*.failed == [[]]
}
def summary = new File(basedir, 'target/failsafe-reports/failsafe-summary.xml').text
assert summary.contains('<errors>0</errors>') && summary.contains('<failures>0</failures>')
