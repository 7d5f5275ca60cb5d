import io.github.testhygiene.it.WrittenReport

def report = WrittenReport.of(basedir)

// Who depends on whom: the verdict, the culprits, and through what: the rows and sequences that the proof needs, or what was left.
def truth = [
        'BackupIT.findsNoOtherBackupUnderWay'     : ['victim', [['BackupLockIT.locksTheShop']], 'outside', ['file java.io.tmpdir/shop-backup.lock']],
        'BasketIT.startsEmpty'                    : ['victim', [['BasketMobileIT.leavesACup'], ['BasketWebIT.leavesATeapot']], 'database', ['public.basket']],
        'CouponReportIT.listsNoCoupons'           : ['victim', [['CouponIssueIT.issuesACoupon']], 'database', ['public.coupon']],
        'CurrencyIT.isTheEuro'                    : ['victim', [['CurrencySwitchIT.switchesToFrancs']], 'jvm', ['system-property shop.currency']],
        'DeliveryDayIT.isTheDayInTheShop'         : ['victim', [['DeliveryToTokyoIT.arrivesOnTheNextDay']], 'jvm', ['time-zone default']],
        'DiscountLimitIT.isNeverPassed'           : ['victim', [['DiscountSummerIT.grantsSixtyPercent', 'DiscountWinterIT.grantsSixtyPercent']], 'database', ['public.discount']],
        'ImportFolderIT.waitsForAFile'            : ['victim', [['OrderExportIT.writesAFile']], 'outside', ['file exports/orders.csv']],
        'InvoiceNumberIT.startsAtOne'             : ['victim', [['InvoiceRollbackIT.takesANumberAndRollsBack']], 'database', ['public.invoice_number']],
        'OrderBookIT.startsEmpty'                 : ['victim', [['OrderImportIT.importsAnOrder']], 'database', ['public.customer_order', 'public.order_line']],
        'PriceListIT.showsThePriceOfTheDatabase'  : ['victim', [['PricePromotionIT.showsThePromotionsPrice']], 'jvm', ['static-field com.example.shop.PriceCache.CACHE']],
        'RateTableIT.holdsTheEuroOnly'            : ['victim', [['RatesOfTheDayIT']], 'database', ['public.rate']],
        'RegistrationIT.registersAda'             : ['non-idempotent'],
        'SearchIT.findsTheTeapot'                 : ['brittle', [['CatalogIT.loadsTheSearchIndex']], 'jvm', ['static-field com.example.shop.SearchIndex.skus']],
        'StockIT.hasCupsInStock'                  : ['victim', [['StockIT.sellsTheLastCup']], 'database', ['public.stock']],
        'TaxIT.readsTheTax'                       : ['brittle', [['SettingsIT.setsTheTax']], 'database', ['public.setting']],
        'WelcomeIT.startsWithoutSubscribers'      : ['victim', [['NewsletterIT.subscribesAda']], 'database', ['public.subscriber']],
]
def accused = report.verdicts().findAll { it.value != 'isolated' }
def expected = truth.collectEntries { test, row -> [test, row[0]] }
assert accused == expected
assert report.counts() == [brittle: 2, isolated: 29, 'non-idempotent': 1, victim: 13]
assert !report.passed() && report.breaches().containsAll(['brittle', 'victim'])

truth.findAll { test, row -> row.size() > 1 }.each { test, row ->
    def (verdict, culprits, leak, through) = row
    def diagnosis = report.diagnosis(test)
    assert [test, diagnosis.culprits()] == [test, culprits*.toSet().toSet()]
    assert [test, diagnosis.leaks(), report.test(test).leak] == [test, [leak] as Set, leak]
    assert [test, leak == 'database' ? diagnosis.needed() : diagnosis.traces()] == [test, through.toSet()]
    assert [test, diagnosis.undetermined()] == [test, '']
    // What stands beside the diagnosis is the same.
    assert culprits.flatten().every { name -> diagnosis.accused().any { it.startsWith(name) } }
    assert report.test(test).containsKey(verdict == 'brittle' ? 'stateSetters' : 'polluters')
    assert [test, diagnosis.cleaners()] == [test, (test.startsWith('CouponReportIT') ? ['CouponPurgeIT.purgesCoupons'] : []).toSet()]
    assert leak != 'database' || verdict == 'brittle' || !diagnosis.cleanUp().empty
}
// What was left beside an order does no harm, and says so.
assert report.diagnosis('OrderBookIT.startsEmpty').harmless().containsAll(['public.audit_log', 'public.customer'])

// In the user's own order one test fails; the cleaner hides another one there, which no reverse order shows.
assert report.runs('reference')[0].failed == [report.test('WelcomeIT.startsWithoutSubscribers').id]
def hidden = report.test('CouponReportIT.listsNoCoupons').id
assert !report.runs('reverse')[0].failed.contains(hidden) && report.runs('shuffled').any { it.failed.contains(hidden) }
// The order that is built from what the database saw lets the reader run after the writer that the cleaner hides.
assert report.runs('shuffled').find { it.label == 'directed-1' }.failed.contains(hidden)
def coverage = report.json().coverage
assert [coverage.tests, coverage.pairs, coverage.bothWays] == [45, 990, 990]
assert coverage.suspected > 0 && coverage.suspectedSeen >= 0.9 * coverage.suspected

// The build leaves the files that the user's own run left, as they were.
assert new File(basedir, 'exports/orders.csv').text == 'ada;teapot\n'
assert new File(basedir, 'target/tmp/shop-backup.lock').text == 'locked'

// The commands show it again, as small as it was proved.
def commands = new Properties()
new File(basedir, 'invoker.properties').withReader { commands.load(it) }
def replays = (2..8).collect { number -> 'mvn ' + commands["invoker.goals.$number".toString()] }
def printed = report.json().tests.collect { it.replay.replace("'", '') }
assert printed.containsAll(replays)
def said = new File(basedir, 'build.log').readLines()*.replaceFirst(/^\[\w+] /, '').findAll { it.startsWith('As recorded: ') }
assert said.size() == 7
assert said[0] == 'As recorded: BackupIT.findsNoOtherBackupUnderWay failed after BackupLockIT.locksTheShop.'
assert said[1].startsWith('As recorded: DiscountLimitIT.isNeverPassed failed after Discount') && said[1].contains(' and Discount')
assert said[2].startsWith('As recorded: RateTableIT.holdsTheEuroOnly failed after RatesOfTheDayIT.')
assert said[3] == 'As recorded: PriceListIT.showsThePriceOfTheDatabase failed after PricePromotionIT.showsThePromotionsPrice.'
assert said[4] == 'As recorded: SearchIT.findsTheTeapot failed alone.'
assert said[5] == 'As recorded: RegistrationIT.registersAda passed, and failed when it was run a second time in the same JVM and database.'
assert said[6] == 'As recorded: WelcomeIT.startsWithoutSubscribers failed after NewsletterIT.subscribesAda.'
