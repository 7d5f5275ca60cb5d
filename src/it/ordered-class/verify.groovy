import io.github.testhygiene.it.WrittenReport

def unit = WrittenReport.of(basedir)
def split = WrittenReport.inDirectory(new File(basedir, 'target/split'))

assert unit.counts() == [isolated: 6] && unit.passed()
// Two ordered classes with two steps each, and two tests that may stand anywhere.
assert unit.runs('alone')*.tests.sort() == [1, 1, 2, 2]

assert split.verdicts() == [
        'CartIT.startsEmpty'            : 'isolated',
        'CartIT.takesTwoOfAKind'        : 'isolated',
        'CheckoutIT.addsATeapot'        : 'brittle',
        'CheckoutIT.putsACupIntoTheCart': 'isolated',
        'RefundIT.step1Buys'            : 'isolated',
        'RefundIT.step2Returns'         : 'brittle',
]
assert split.runs('alone')*.tests == [1] * 6
assert split.breaches() == ['brittle'] as Set
