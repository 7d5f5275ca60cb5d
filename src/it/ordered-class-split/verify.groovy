import io.github.testhygiene.it.WrittenReport

def split = WrittenReport.of(basedir)

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
