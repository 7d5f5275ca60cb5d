import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

assert report.verdicts() == [
        'BasketIT.WithOneItem.canBeEmptied': 'isolated',
        'BasketIT.countsPieces'            : 'isolated',
        'BasketIT.startsEmpty'             : 'isolated',
        'BasketIT.takesAVoucher'           : 'skipped',
        'CustomerIT.isStored'              : 'isolated',
]
assert report.passed()
assert report.findings('victim').empty && report.findings('brittle').empty
assert report.runs('alone').size() == 4 // the disabled test has nothing to say alone
assert report.runs('reverse')[0].failed.empty
