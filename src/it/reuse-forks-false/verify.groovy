import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// Every test is in the report: with a verdict, or with the reason why there is none.
assert report.verdicts().keySet() == [
        'BasketIT.WithOneItem.canBeEmptied',
        'BasketIT.countsPieces',
        'BasketIT.startsEmpty',
        'BasketIT.takesAVoucher',
        'CustomerIT.isStored',
] as Set
assert report.verdict('BasketIT.takesAVoucher') == 'skipped'
assert report.json().tests.every { it.verdict in ['isolated', 'skipped'] || (it.verdict == 'unchecked' && it.reason) }
assert report.runs('reference').every { it.failed.empty }
assert report.passed()
